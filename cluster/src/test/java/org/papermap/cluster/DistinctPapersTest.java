package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class DistinctPapersTest {
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();
  private static final Corpus CORPUS = RealPapers.corpus();

  private static ClusterTree fit(int[] rows, ClusteringMethod method) {
    List<Paper> papers = new ArrayList<>();
    for (int row : rows) {
      Paper paper = CORPUS.paper(row);
      papers.add(Paper.of("p" + papers.size(), paper.title(), paper.abstractText()));
    }
    EmbeddingMatrix vectors = PAPERS.select(rows);
    WordNeighbors words = WordNeighbors.of(Corpus.of(papers));
    return Clusterer.fit(vectors, NeighborGraph.exact(vectors, 15), words, method);
  }

  /// The group of each paper of the 91, told by the first of its papers.
  private static int[] groups(Clustering clustering, int[] rows) {
    int[] firsts = new int[PAPERS.rows()];
    Arrays.fill(firsts, -1);
    int[] firstOf = new int[clustering.count()];
    Arrays.fill(firstOf, Integer.MAX_VALUE);
    for (int i = 0; i < rows.length; i++) {
      int label = clustering.label(i);
      if (label >= 0) {
        firstOf[label] = Math.min(firstOf[label], rows[i]);
      }
    }
    for (int i = 0; i < rows.length; i++) {
      firsts[rows[i]] = clustering.label(i) < 0 ? -1 : firstOf[clustering.label(i)];
    }
    return firsts;
  }

  @ParameterizedTest
  @MethodSource("org.papermap.cluster.ClustererTest#methods")
  void the_order_of_papers_has_no_effect(ClusteringMethod method) {
    int[] order = IntStream.range(0, PAPERS.rows()).toArray();
    int[] other = IntStream.range(0, PAPERS.rows()).map(i -> (i * 37 + 11) % 91).toArray();

    ClusterTree one = fit(order, method);
    ClusterTree two = fit(other, method);

    assertThat(two.depth()).isEqualTo(one.depth());
    for (int level = 0; level < one.depth(); level++) {
      assertThat(groups(two.level(level), other)).isEqualTo(groups(one.level(level), order));
    }
  }

  @ParameterizedTest
  @MethodSource("org.papermap.cluster.ClustererTest#methods")
  void thirty_copies_of_a_paper_count_as_one(ClusteringMethod method) {
    int[] alone = IntStream.range(0, PAPERS.rows()).toArray();
    // given paper 46 thirty times more
    int[] rows =
        IntStream.concat(Arrays.stream(alone), IntStream.generate(() -> 46).limit(30)).toArray();

    ClusterTree one = fit(alone, method);
    ClusterTree many = fit(rows, method);

    // then all are in its group, which is the same as without them
    assertThat(many.depth()).isEqualTo(one.depth());
    for (int level = 0; level < one.depth(); level++) {
      Clustering clustering = many.level(level);
      assertThat(IntStream.range(91, 121).map(clustering::label).distinct())
          .containsExactly(clustering.label(46));
      assertThat(groups(clustering, rows)).isEqualTo(groups(one.level(level), alone));
    }
  }
}
