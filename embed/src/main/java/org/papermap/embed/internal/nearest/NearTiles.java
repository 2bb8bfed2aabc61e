package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.papermap.math.TiledProduct;
import org.papermap.math.TopK;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds most of the nearest rows of each row without comparing all pairs: rows are ordered so that
/// near ones share a tile, each tile is compared with its nearest tiles only, and each row then
/// with the neighbors of its neighbors (Dong, Moses and Li, doi:10.1145/1963405.1963487, one
/// round).
///
/// The result does not depend on the number of threads.
public final class NearTiles {
  /// Tiles that each tile is compared with, itself included. Of 100,000 papers, 32 find .961 of the
  /// nearest rows, 48 .983, 64 .990, 96 .995 or more; of 9,868, 24 find .996.
  private static final int NEAR = 96;

  private final EmbeddingMatrix vectors;
  private final int k;
  private final int[] order;

  private NearTiles(EmbeddingMatrix vectors, int k) {
    this.vectors = vectors;
    this.k = k;
    this.order = TileOrder.of(vectors);
  }

  /// For each row the nearest of the rows compared with it, nearest first, ties by row.
  ///
  /// @param k how many, fewer than there are rows
  public static int[][] search(EmbeddingMatrix vectors, int k, ProgressListener progress) {
    NearTiles tiles = new NearTiles(vectors, k);
    return tiles.amongNeighbors(tiles.inNearTiles(progress));
  }

  private int[][] inNearTiles(ProgressListener progress) {
    EmbeddingMatrix ordered = vectors.select(order);
    PairSearch search = new PairSearch(ordered, k);
    long[] pairs = nearPairs(ordered);
    search.compare(
        Arrays.stream(pairs).mapToInt(pair -> (int) (pair >>> Integer.SIZE)).toArray(),
        Arrays.stream(pairs).mapToInt(pair -> (int) pair).toArray(),
        progress);
    int[][] found = new int[order.length][];
    IntStream.range(0, order.length)
        .parallel()
        .forEach(place -> found[order[place]] = nearest(search, place));
    return found;
  }

  private int[] nearest(PairSearch search, int place) {
    int[] places = new int[k];
    int count = search.putNearest(place, places, new float[k], 0);
    return Arrays.stream(places, 0, count).map(near -> order[near]).toArray();
  }

  /// Pairs of each tile with the tiles of the nearest means, the lower first, once each.
  private static long[] nearPairs(EmbeddingMatrix ordered) {
    int tiles = Math.ceilDiv(ordered.rows(), TiledProduct.TILE);
    float[][] means = new float[tiles][ordered.dimension()];
    for (int row = 0; row < ordered.rows(); row++) {
      float[] values = ordered.row(row);
      float[] mean = means[row / TiledProduct.TILE];
      for (int j = 0; j < mean.length; j++) {
        mean[j] += values[j] / TiledProduct.TILE;
      }
    }
    return IntStream.range(0, tiles)
        .parallel()
        .boxed()
        .flatMapToLong(tile ->
            Arrays.stream(nearest(means, tile))
                .mapToLong(
                    other -> (long) Math.min(tile, other) << Integer.SIZE | Math.max(tile, other)))
        .sorted()
        .distinct()
        .toArray();
  }

  private static int[] nearest(float[][] means, int tile) {
    double[] nearness = new double[means.length];
    for (int other = 0; other < means.length; other++) {
      for (int j = 0; j < means[tile].length; j++) {
        double difference = (double) means[tile][j] - means[other][j];
        nearness[other] -= difference * difference;
      }
    }
    return TopK.of(nearness, NEAR);
  }

  /// The nearest among a row's neighbors and their neighbors.
  private int[][] amongNeighbors(int[][] found) {
    int[][] better = new int[found.length][];
    IntStream.range(0, found.length)
        .parallel()
        .forEach(row -> {
          int[] candidates =
              IntStream.concat(
                      Arrays.stream(found[row]),
                      Arrays.stream(found[row]).flatMap(near -> Arrays.stream(found[near])))
                  .filter(other -> other != row)
                  .sorted()
                  .distinct()
                  .toArray();
          float[] rough = new float[candidates.length];
          for (int i = 0; i < rough.length; i++) {
            rough[i] = vectors.similarity(row, candidates[i]);
          }
          better[row] =
              NearestRows.choose(
                      rough, k, vectors.dimension(), i -> vectors.dot(row, candidates[i]))
                  .stream()
                  .mapToInt(near -> candidates[near.row()])
                  .toArray();
        });
    return better;
  }

  /// The share of the true nearest rows that were found, measured on evenly spaced rows.
  public static double recall(EmbeddingMatrix vectors, int[][] found, int checked) {
    int size = Math.min(found.length, checked);
    long[] hits = new long[size];
    IntStream.range(0, size)
        .parallel()
        .forEach(i -> {
          int row = (int) ((long) i * found.length / size);
          int[] nearest = nearest(vectors, row, found[row].length);
          hits[i] = Arrays.stream(nearest).filter(near -> contains(found[row], near)).count();
        });
    long all = (long) size * (found.length == 0 ? 0 : found[0].length);
    return all == 0 ? 1 : (double) Arrays.stream(hits).sum() / all;
  }

  private static int[] nearest(EmbeddingMatrix vectors, int row, int k) {
    float[] rough = new float[vectors.rows()];
    for (int other = 0; other < rough.length; other++) {
      rough[other] = other == row ? Float.NEGATIVE_INFINITY : vectors.similarity(row, other);
    }
    return NearestRows.choose(rough, k, vectors.dimension(), other -> vectors.dot(row, other))
        .stream()
        .mapToInt(NearestRows.Near::row)
        .toArray();
  }

  private static boolean contains(int[] rows, int row) {
    return Arrays.stream(rows).anyMatch(other -> other == row);
  }
}
