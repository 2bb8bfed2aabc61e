package org.papermap.notebook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotebookTest {
  private static final String SVG =
      "{\"output_type\": \"display_data\", \"data\": {\"%s\": \"%s\"}}";

  @TempDir Path folder;

  private static Notebook notebook(String... outputs) throws NotebookException {
    return notebookOf("{}", outputs);
  }

  /// A notebook of one text and one cell of code with these outputs.
  private static Notebook notebookOf(String metadata, String... outputs) throws NotebookException {
    return Notebook.parse(
        "test.ipynb",
        """
        {"cells": [
          {"cell_type": "markdown", "id": "intro", "metadata": {}, "source": "# Title"},
          {"cell_type": "code", "id": "sum", "metadata": %s, "execution_count": 7,
           "outputs": [%s], "source": "1 + 1"}
        ], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        """
            .formatted(metadata, String.join(",", outputs)));
  }

  private static String printed(String text) {
    return "{\"output_type\": \"stream\", \"name\": \"stdout\", \"text\": \"%s\"}".formatted(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0.629 near,0.629 near",
    "0.629 near,0.630 near",
    "0.629 near,0.628 near",
    "-1.0,-0.9",
  })
  void equal_texts_and_last_digits_one_off_are_no_difference(String stored, String now)
      throws IOException {
    assertThat(notebook(printed(stored)).differences(notebook(printed(now)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0.629 near,0.631 near",
    "0.629 near,0.629 far",
    "0.629 near,0.63 near",
    "91 papers,92 papers",
    "1.0,-1.0",
    "one,one\\ntwo",
  })
  void another_text_or_figure_is_a_difference_and_told(String stored, String now)
      throws IOException {
    assertThat(notebook(printed(stored)).differences(notebook(printed(now))))
        .singleElement()
        .asString()
        .startsWith("cell sum: ");
  }

  @Test
  void a_picture_may_change_but_not_vanish() throws IOException {
    Notebook stored = notebook(SVG.formatted("image/svg+xml", "a"));

    assertThat(stored.differences(notebook(SVG.formatted("image/svg+xml", "b")))).isEmpty();
    assertThat(stored.differences(notebook(SVG.formatted("text/html", "a")))).hasSize(1);
    assertThat(stored.differences(notebook())).containsExactly("cell sum: 0 outputs, not 1");
  }

  @Test
  void a_cell_that_varies_may_show_anything() throws IOException {
    Notebook stored = notebookOf("{\"tags\": [\"varies\"]}", printed("three models"));

    assertThat(stored.differences(notebook(printed("one model")))).isEmpty();
  }

  @Test
  void what_is_printed_in_pieces_is_one_text() throws IOException {
    Notebook whole = notebook(printed("one\\ntwo\\n"));
    Notebook pieces = notebook(printed("one\\nt"), printed("wo\\n"));

    assertThat(whole.differences(pieces)).isEmpty();
    assertThat(whole.withOutputsOf(pieces).toString())
        .isEqualTo(whole.withOutputsOf(whole).toString());
  }

  @Test
  void an_error_is_told_with_its_cell() throws IOException {
    Notebook failed =
        notebook(
            "{\"output_type\": \"error\", \"ename\": \"CompilerException\","
                + " \"evalue\": \"';' expected\\nand more\", \"traceback\": []}");

    assertThat(failed.errors()).containsExactly("cell sum: CompilerException: ';' expected");
    assertThat(notebook(printed("fine")).errors()).isEmpty();
  }

  @Test
  void new_outputs_are_stored_and_all_else_stays() throws IOException {
    // Given
    Path file = folder.resolve("some.ipynb");
    Notebook stored = notebookOf("{\"tags\": [\"kept\"]}", printed("old"));

    // When
    stored.withOutputsOf(notebookOf("{\"execution\": {}}", printed("new"))).write(file);

    // Then
    assertThat(Notebook.read(file).differences(notebook(printed("new")))).isEmpty();
    assertThat(file)
        .content()
        .contains("\"kept\"", "# Title", "1 + 1")
        .doesNotContain("old", "execution\":");
  }

  @Test
  void the_notebooks_of_the_repository_are_stored_as_they_are_written() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "notebooks"))) {
      List<Path> notebooks = files.filter(it -> it.toString().endsWith(".ipynb")).toList();
      assertThat(notebooks).hasSizeGreaterThanOrEqualTo(4);
      for (Path file : notebooks) {
        Notebook notebook = Notebook.read(file);
        assertThat(file).content().isEqualTo(notebook.withOutputsOf(notebook).toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no json", "[]", "{}", "{\"nbformat\": 3, \"worksheets\": []}"})
  void a_file_that_is_no_notebook_gets_one_line(String content) {
    assertThatThrownBy(() -> Notebook.parse("some.ipynb", content))
        .isInstanceOf(NotebookException.class)
        .hasMessageStartingWith("some.ipynb: not a notebook");
  }
}
