package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.RandomVectors;
import org.papermap.vectors.EmbeddingMatrix;

class ExactIndexTest extends PaperIndexContract {
  @Override
  PaperIndex index(List<Paper> papers, EmbeddingMatrix vectors) {
    return PaperIndex.of(Corpus.of(papers), vectors, EMBEDDER);
  }

  @Override
  double leastRecall() {
    return 1;
  }

  @Test
  void vectors_that_do_not_belong_to_the_papers_are_refused() {
    Corpus corpus = Corpus.of(PAPERS);

    assertThatThrownBy(() -> PaperIndex.of(corpus, RandomVectors.of(2, 64, 1), EMBEDDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 vectors for 4 papers");
    assertThatThrownBy(() -> PaperIndex.of(corpus, RandomVectors.of(4, 3, 1), EMBEDDER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words-64 with 64");
  }
}
