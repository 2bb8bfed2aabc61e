package org.papermap.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.RandomVectors;
import org.papermap.vectors.EmbeddingMatrix;

/// An index on disk that is looked at along the graph of its vectors.
class GraphIndexTest extends PaperIndexContract {
  @Override
  PaperIndex index(List<Paper> papers, EmbeddingMatrix vectors) throws IOException {
    return opened(PaperIndex.openGraph(written(papers, vectors), EMBEDDER));
  }

  @Override
  double leastRecall() {
    return 0.99;
  }

  @Test
  void all_papers_are_looked_at_when_the_caller_wants_it() throws IOException {
    List<Paper> papers = papers(3000);
    EmbeddingMatrix vectors = RandomVectors.of(3000, 64, 4);
    Path place = written(papers, vectors);
    float[] query = RandomVectors.of(1, 64, 5).row(0);

    try (PaperIndex exact = PaperIndex.open(place, EMBEDDER);
        PaperIndex bySize = PaperIndex.open(place, EMBEDDER);
        PaperIndex inMemory = PaperIndex.of(Corpus.of(papers), vectors, EMBEDDER)) {
      List<Neighbor> expected = inMemory.nearest(query, 50);
      assertThat(exact.nearest(query, 50)).isEqualTo(expected);
      assertThat(bySize.nearest(query, 50)).isEqualTo(expected);
    }
  }
}
