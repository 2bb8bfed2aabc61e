package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.Paper;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile.OutputException;

/// Whose the folder of an index is.
class IndexFolderTest {
  private static final WordEmbedder EMBEDDER = new WordEmbedder(16);

  @TempDir private Path folder;

  private Object write() throws IOException {
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      writer.put(List.of(Paper.of("1", "A paper", "on something")));
      writer.commit();
      return writer.size();
    }
  }

  private Map<String, String> content() throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        content.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return content;
  }

  @Test
  void a_folder_of_somebody_elses_is_left_alone() throws IOException {
    Files.writeString(folder.resolve("_config.yml"), "theme: minimal");
    Files.writeString(folder.resolve("_notes.md"), "my notes");
    Map<String, String> before = content();

    assertThatThrownBy(this::write)
        .isInstanceOf(OutputException.class)
        .hasMessage(folder + ": holds other things and no index. Give a new or an empty folder.");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void files_put_beside_an_index_stay_however_they_are_called() throws IOException {
    write();
    Files.writeString(folder.resolve("_notes.md"), "my notes");
    Files.writeString(folder.resolve("segments_9"), "of somebody else's");

    write();

    assertThat(folder.resolve("_notes.md")).hasContent("my notes");
    assertThat(folder.resolve("segments_9")).hasContent("of somebody else's");
  }

  @Test
  void an_index_that_lost_its_list_of_parts_is_not_wiped() throws IOException {
    write();
    try (Stream<Path> parts = Files.list(folder.resolve("lucene"))) {
      for (Path part : parts.filter(it -> it.toString().contains("segments_")).toList()) {
        Files.delete(part);
      }
    }
    Map<String, String> before = content();

    for (Opening opening : List.<Opening>of(this::write, () -> PaperIndex.open(folder, EMBEDDER))) {
      assertThatThrownBy(opening::open)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("whose list of parts (segments_N) is gone");
    }
    assertThat(content()).isEqualTo(before);
  }

  private interface Opening {
    Object open() throws IOException;
  }

  @Test
  void a_first_writing_that_broke_off_is_begun_anew() throws IOException {
    try (PaperIndexWriter writer = PaperIndexWriter.open(folder, EMBEDDER)) {
      writer.put(List.of(Paper.of("1", "Never", "committed")));
    }

    write();

    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      assertThat(index.size()).isEqualTo(1);
    }
  }

  @Test
  void an_index_of_an_earlier_version_is_read_and_not_written() throws IOException {
    earlier();
    Map<String, String> before = content();

    try (PaperIndex index = PaperIndex.open(folder, EMBEDDER)) {
      assertThat(index.size()).isZero();
    }
    assertThatThrownBy(this::write)
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "which is read and no longer written. Index the papers into another folder.");
    assertThat(content()).isEqualTo(before);
  }

  private void earlier() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.setLiveCommitData(IndexHeader.of(EMBEDDER).written().entrySet());
      writer.commit();
    }
  }

  @Test
  void a_closed_index_says_so() throws IOException {
    write();
    PaperIndex index = PaperIndex.open(folder, EMBEDDER);
    index.close();

    for (Opening question :
        List.<Opening>of(
            () -> index.nearest("paper", 1),
            () -> index.paper("1"),
            () -> index.nearestTo("1", 1))) {
      assertThatThrownBy(question::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("this index: closed. Open it again.");
    }
  }
}
