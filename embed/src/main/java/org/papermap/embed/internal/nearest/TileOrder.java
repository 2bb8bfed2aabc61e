package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.LinearCombination;
import org.papermap.math.TiledProduct;
import org.papermap.vectors.EmbeddingMatrix;

/// An order of rows in which near ones are close, so that few tiles hold most nearest rows: rows
/// are halved by the plane between two centers, and the halves again, down to a tile (as in
/// principal direction divisive partitioning, Boley, doi:10.1023/A:1009740529316, with the centers
/// of 2-means for its direction).
final class TileOrder {
  /// Rows from which centers are computed; more do not move the plane.
  private static final int MOST_LOOKED_AT = 2000;

  /// Rounds of 2-means. The plane need not be the best one.
  private static final int ROUNDS = 4;

  private final EmbeddingMatrix vectors;
  private final int[] order;

  private TileOrder(EmbeddingMatrix vectors) {
    this.vectors = vectors;
    this.order = IntStream.range(0, vectors.rows()).toArray();
  }

  /// The rows in their order. It depends on the vectors alone.
  static int[] of(EmbeddingMatrix vectors) {
    TileOrder tiles = new TileOrder(vectors);
    List<int[]> parts = List.of(new int[] {0, vectors.rows()});
    while (!parts.isEmpty()) {
      parts =
          parts.parallelStream()
              .filter(part -> part[1] - part[0] > TiledProduct.TILE)
              .flatMap(part -> tiles.halve(part[0], part[1]).stream())
              .toList();
    }
    return tiles.order;
  }

  /// Puts the rows on one side of the plane before the others. Parts begin where tiles do.
  private List<int[]> halve(int from, int to) {
    int middle = from + Math.ceilDiv(to - from, 2 * TiledProduct.TILE) * TiledProduct.TILE;
    float[] direction = direction(from, to);
    record Side(int row, double along) {}
    Side[] sides =
        IntStream.range(from, to)
            .mapToObj(i -> new Side(order[i], vectors.dot(order[i], direction)))
            .sorted(Comparator.comparingDouble(Side::along).thenComparingInt(Side::row))
            .toArray(Side[]::new);
    for (int i = 0; i < sides.length; i++) {
      order[from + i] = sides[i].row;
    }
    return List.of(new int[] {from, middle}, new int[] {middle, to});
  }

  /// The direction from one center to the other. The first centers are the row farthest from the
  /// part's first row, and the row farthest from that one.
  private float[] direction(int from, int to) {
    int size = Math.min(to - from, MOST_LOOKED_AT);
    float[][] rows =
        IntStream.range(0, size)
            .mapToObj(i -> vectors.row(order[from + (int) ((long) i * (to - from) / size)]))
            .toArray(float[][]::new);
    float[] near = farthest(rows, rows[0]);
    float[] far = farthest(rows, near);
    float[] direction = difference(far, near);
    for (int round = 0; round < ROUNDS; round++) {
      direction = betweenMeans(rows, direction);
    }
    return direction;
  }

  private static float[] farthest(float[][] rows, float[] other) {
    return Arrays.stream(rows)
        .min(Comparator.comparingDouble(row -> DotProduct.of(row, other)))
        .orElseThrow();
  }

  private static float[] difference(float[] a, float[] b) {
    float[] difference = new float[a.length];
    for (int j = 0; j < a.length; j++) {
      difference[j] = a[j] - b[j];
    }
    return difference;
  }

  /// From the mean of the rows on the near side of the median to that of the others.
  private static float[] betweenMeans(float[][] rows, float[] direction) {
    double[] along =
        Arrays.stream(rows).mapToDouble(row -> DotProduct.of(row, direction)).toArray();
    double median = Arrays.stream(along).sorted().toArray()[along.length / 2];
    float[] difference = new float[direction.length];
    for (int i = 0; i < rows.length; i++) {
      float sign = along[i] < median ? -1 : 1;
      LinearCombination.add(difference, rows[i], sign);
    }
    return difference;
  }
}
