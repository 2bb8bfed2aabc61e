package org.papermap.cluster.internal.leiden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

class HubCorrectionTest {
  /// Paper 1, at 37 degrees, is the nearest to paper 0, but has one far nearer beside it. Paper 3,
  /// at 41 degrees on the other side, has none but paper 0: cos 41° − cos 41° / 2 = .377 is more
  /// than cos 37° − cos 18° / 2 = .323.
  @Test
  void a_paper_near_to_many_gives_way_to_one_that_is_near_to_few() {
    List<Integer> degrees = List.of(0, 37, 55, -41);
    float[] values = new float[2 * degrees.size()];
    for (int row = 0; row < degrees.size(); row++) {
      values[2 * row] = (float) Math.cos(Math.toRadians(degrees.get(row)));
      values[2 * row + 1] = (float) Math.sin(Math.toRadians(degrees.get(row)));
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 2);

    NeighborGraph graph = HubCorrection.graph(vectors, 1);

    assertThat(IntStream.range(0, 4).map(row -> graph.neighbor(row, 0)))
        .containsExactly(3, 2, 1, 0);
    assertThat(graph.similarity(0, 0)).isCloseTo(0.7547f, within(1e-4f));
    assertThat(NeighborGraph.exact(vectors, 1).neighbor(0, 0)).isEqualTo(1);
  }
}
