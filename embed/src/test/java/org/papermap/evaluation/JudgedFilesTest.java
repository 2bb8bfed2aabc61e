package org.papermap.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.evaluation.Judgments.TestQuery;
import org.papermap.files.InputException;

class JudgedFilesTest {
  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file"), content);
  }

  @Test
  void queries_of_beir_are_read() throws IOException {
    Path file =
        file(
            "{\"_id\": \"7\", \"text\": \"wings\", \"metadata\": {}}\n\n{\"id\": 8, \"text\":"
                + " \"jets\"}\n");

    assertThat(TestQuery.read(file))
        .containsExactly(new TestQuery("7", "wings"), new TestQuery("8", "jets"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"_id\": \"8\"}", "{", "[]", "{\"_id\": \"7\", \"text\": \"again\"}"})
  void a_line_that_is_no_query_is_told_by_its_number(String line) throws IOException {
    Path file = file("{\"_id\": \"7\", \"text\": \"wings\"}\n" + line + "\n");

    assertThatThrownBy(() -> TestQuery.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file:2: ");
  }

  @Test
  void judgments_are_read_with_and_without_names_of_columns() throws IOException {
    String rows = "q1\td1\t2\nq1\td2\t0\nq2\td1\t0\n";
    for (String content : new String[] {rows, "query-id\tcorpus-id\tscore\n" + rows}) {
      Judgments judgments = Judgments.read(file(content));

      assertThat(judgments.grades("q1")).containsEntry("d1", 2).containsEntry("d2", 0).hasSize(2);
      assertThat(judgments.judged("q1")).isTrue();
      assertThat(judgments.judged("q2")).isFalse();
      assertThat(judgments.judged("q3")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"q1\td1", "q1\td1\tgood", "q1 d1 1"})
  void a_line_that_is_no_judgment_is_told_by_its_number(String line) throws IOException {
    Path file = file("q1\td1\t2\n" + line + "\n");

    assertThatThrownBy(() -> Judgments.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file:2: ");
  }

  @Test
  void pairs_are_read() throws IOException {
    assertThat(SentencePair.read(file("4.5\tone\tein\n0\ttwo\tdrei\n")))
        .containsExactly(new SentencePair(4.5, "one", "ein"), new SentencePair(0, "two", "drei"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"one\ttwo\t3", "1\tone", "NaN\tone\ttwo"})
  void a_line_that_is_no_pair_is_told_by_its_number(String line) throws IOException {
    Path file = file("1\ta\tb\n" + line + "\n");

    assertThatThrownBy(() -> SentencePair.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("file:2: ");
  }

  @Test
  void what_is_not_utf_8_is_told() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {'1', '\t', (byte) 0xff, '\t', 'a'});

    assertThatThrownBy(() -> SentencePair.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not UTF-8");
  }
}
