package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.files.OutputFile.OutputException;

class OutputFileTest {
  @TempDir private Path folder;

  private static OutputFile run(Path path) {
    return new OutputFile(path, "a run", Pattern.compile("^run "));
  }

  @Test
  void nothing_an_empty_file_and_an_earlier_one_may_be_written_over() throws IOException {
    Path absent = folder.resolve("absent");
    Path empty = Files.createFile(folder.resolve("empty"));
    Path earlier = Files.writeString(folder.resolve("earlier"), "run 1");

    for (Path path : new Path[] {absent, empty, earlier}) {
      assertThatCode(() -> run(path).requireOurs()).doesNotThrowAnyException();
    }
  }

  @Test
  void what_somebody_else_has_made_stays() throws IOException {
    Path letter = Files.writeString(folder.resolve("letter"), "Dear run 1");

    assertThatThrownBy(() -> run(letter).requireOurs())
        .isInstanceOf(OutputException.class)
        .hasMessage(
            letter + ": is there, and not a run of Papermap's. Give another name, or move it.");
  }

  @Test
  void a_blank_path_names_nothing() {
    for (String blank : new String[] {"", " "}) {
      assertThatThrownBy(() -> run(Path.of(blank)).requireOurs())
          .isInstanceOf(OutputException.class)
          .hasMessage("'': names nothing. Give a path.");
      assertThatThrownBy(() -> OutputFile.write(Path.of(blank), "text"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_device_is_not_replaced_by_a_file() {
    Path device = Path.of("/dev/null");

    assertThatThrownBy(() -> run(device).requireOurs())
        .isInstanceOf(OutputException.class)
        .hasMessage("/dev/null: is a device or a pipe, not a file. Name a file.");
    assertThatThrownBy(() -> OutputFile.write(device, "text")).isInstanceOf(IOException.class);
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void a_link_stays_one_and_the_file_behind_it_is_written() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "run 1");
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("file"));

    OutputFile.write(link, "run 2");

    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("run 2");
  }
}
