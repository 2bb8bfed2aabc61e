package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.embed.internal.engine.TestModels;
import org.papermap.files.InputException;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;

class GivenVectorsTest {
  private static final Corpus PAPERS =
      Corpus.of(
          List.of(
              Paper.of("a", "Cats", "They purr."),
              Paper.of("b", "Dogs", "They bark."),
              Paper.of("c", "Graphs", "They have edges.")));

  private static final EmbeddingMatrix MATRIX =
      EmbeddingMatrix.of(new float[] {1, 0, 0, 1, 0.6f, 0.8f}, 2);

  @TempDir private Path folder;

  @Test
  void rows_are_in_the_order_of_the_papers() throws IOException {
    Embeddings found = GivenVectors.read(file(MATRIX)).of(PAPERS);

    assertThat(found.vectors().values()).isEqualTo(MATRIX.values());
    assertThat(found.computed()).isZero();
    assertThat(found.truncation()).isEqualTo(new Truncation(0, 3, 0, 0, 0));
  }

  @Test
  void with_ids_beside_them_rows_find_their_papers() throws IOException {
    Path file = file(MATRIX);
    Files.writeString(NpyFile.idsBeside(file), "c\na\nb\n");
    Corpus fewer = Corpus.of(List.of(PAPERS.paper(1), PAPERS.paper(2)));

    EmbeddingMatrix found = GivenVectors.read(file).of(fewer).vectors();

    assertThat(found.row(0)).containsExactly(0.6f, 0.8f);
    assertThat(found.row(1)).containsExactly(1, 0);
  }

  @Test
  void another_number_of_rows_than_of_papers_is_refused() throws IOException {
    GivenVectors two = GivenVectors.read(file(MATRIX.select(0, 1)));

    assertThatThrownBy(() -> two.of(PAPERS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mine.npy: 2 rows for 3 papers")
        .hasMessageContaining("mine.ids.txt");
  }

  @Test
  void a_paper_without_a_row_is_named() throws IOException {
    Path file = file(MATRIX);
    Files.writeString(NpyFile.idsBeside(file), "a\nb\nd\n");

    assertThatThrownBy(() -> GivenVectors.read(file).of(PAPERS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("mine.npy: no row for paper c (Graphs)");
  }

  @Test
  void ids_that_do_not_fit_the_rows_are_refused() throws IOException {
    Path file = file(MATRIX);
    for (String ids : List.of("a\nb\n", "a\nb\nb\n", "a\nb\nc\nd\n")) {
      Files.writeString(NpyFile.idsBeside(file), ids);

      assertThatThrownBy(() -> GivenVectors.read(file))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("mine.ids.txt: ")
          .hasMessageContaining("for the 3 rows of");
    }
  }

  @Test
  void the_identity_is_that_of_the_content() throws IOException {
    String one = GivenVectors.read(file(MATRIX)).identity();
    String same = GivenVectors.read(file(MATRIX)).identity();
    String other = GivenVectors.read(file(MATRIX.select(2, 1, 0))).identity();

    assertThat(one).isEqualTo(same).isNotEqualTo(other);
    assertThat(one).matches("vectors of mine\\.npy \\(sha256 [0-9a-f]{16}\\)");
    assertThat(GivenVectors.isIdentity(one)).isTrue();
    assertThat(GivenVectors.of("mine", MATRIX).identity())
        .isNotEqualTo(GivenVectors.of("mine", MATRIX.select(2, 1, 0)).identity());
  }

  @Test
  void the_model_that_made_them_is_told_from_others() throws IOException {
    try (Embedder miniLm = Embedder.open(TestModels.MINILM);
        Embedder bge = Embedder.open(TestModels.BGE)) {
      GivenVectors made = GivenVectors.of("mine", miniLm.embed(PAPERS.texts()));

      made.requireMadeBy(miniLm, PAPERS);

      assertThatThrownBy(() -> made.requireMadeBy(bge, PAPERS))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("bge-small-en-v1.5")
          .hasMessageContaining("Name the model that made the vectors, or none.");
      assertThatThrownBy(() -> GivenVectors.of("mine", MATRIX).requireMadeBy(bge, PAPERS))
          .hasMessageContaining("vectors of 2 numbers, and those of bge-small-en-v1.5 have 384");
    }
  }

  @Test
  void without_a_model_no_text_can_be_embedded() {
    try (Embedder none = Embedder.none("vectors of x", 7)) {
      assertThat(none.identity()).isEqualTo("vectors of x");
      assertThat(none.model().dimension()).isEqualTo(7);
      assertThatThrownBy(() -> none.embed(List.of("a")))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("vectors of x: the model that made them is not known");
    }
  }

  private Path file(EmbeddingMatrix matrix) throws IOException {
    Path file = folder.resolve("mine.npy");
    NpyFile.write(file, matrix);
    return file;
  }
}
