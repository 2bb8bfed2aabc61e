package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenFileTest {
  @TempDir private Path folder;

  @Test
  void a_file_is_written_and_replaced_with_its_folders() throws IOException {
    Path file = folder.resolve("new/folder/file.txt");
    OutputFile.write(file, out -> out.write('a'));
    OutputFile.write(file, out -> out.write('b'));

    assertThat(file).hasContent("b");
    assertThat(file.getParent()).isDirectoryContaining(it -> it.equals(file));
    try (var files = Files.list(folder.resolve("new/folder"))) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void a_write_that_fails_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = Files.writeString(folder.resolve("file.txt"), "old");

    assertThatThrownBy(() ->
            OutputFile.write(
                file,
                out -> {
                  out.write('n');
                  throw new IOException("disk full");
                }))
        .hasMessage(file + ": disk full");

    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(it -> !it.equals(file));
  }

  @Test
  void a_folder_is_not_written_over() {
    assertThatThrownBy(() -> OutputFile.write(folder, "text"))
        .hasMessage(folder + ": is a folder. Name a file.");
  }
}
