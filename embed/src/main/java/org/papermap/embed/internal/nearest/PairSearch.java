package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.math.TiledProduct;
import org.papermap.math.TopK;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// The nearest rows of each row, from the dot products of pairs of tiles: each product serves both
/// of its rows.
///
/// Products in floats leave the few rows that may be among the nearest; their products summed in
/// double decide. So neither the order of the pairs nor the number of threads matters.
public final class PairSearch {
  /// Rows whose products with a tile are computed before they are read; they stay in cache beside
  /// the tile.
  private static final int STRIP = 32;

  /// Pairs of tiles between two reports of progress, each about a millisecond of one core.
  private static final int ROUND = 2048;

  private final EmbeddingMatrix vectors;
  private final TiledProduct products;
  private final int k;
  private final Candidates[] candidates;
  private final Object[] locks;

  public PairSearch(EmbeddingMatrix vectors, int k) {
    this.vectors = vectors;
    this.products = TiledProduct.of(vectors.values(), vectors.dimension());
    this.k = k;
    this.candidates = new Candidates[vectors.rows()];
    float slack = (float) NearestRows.slack(vectors.dimension());
    Arrays.setAll(candidates, _ -> new Candidates(k, slack));
    this.locks = new Object[products.tiles()];
    Arrays.setAll(locks, _ -> new Object());
  }

  /// Compares all rows with each other.
  public void compareAll(ProgressListener progress) {
    int tiles = products.tiles();
    int[] lefts = new int[tiles * (tiles + 1) / 2];
    int[] rights = new int[lefts.length];
    int pair = 0;
    for (int left = 0; left < tiles; left++) {
      for (int right = left; right < tiles; right++) {
        lefts[pair] = left;
        rights[pair++] = right;
      }
    }
    compare(lefts, rights, progress);
  }

  /// Compares the rows of pairs of tiles; no pair may be there twice, nor in both directions.
  void compare(int[] lefts, int[] rights, ProgressListener progress) {
    progress.progressed("comparing", 0, lefts.length);
    for (int from = 0; from < lefts.length; from += ROUND) {
      int to = Math.min(lefts.length, from + ROUND);
      IntStream.range(from, to).parallel().forEach(pair -> compare(lefts[pair], rights[pair]));
      progress.progressed("comparing", to, lefts.length);
    }
  }

  /// Compares the rows that have no known candidates with all rows, and the others with those of
  /// them that are new.
  ///
  /// @param known for each row the rows that may be among its nearest, new ones left out, or null
  /// @param isNew rows that are in nobody's known candidates; none of them has any of its own
  public void compareWithKnown(int[] @Nullable [] known, boolean[] isNew) {
    IntStream.range(0, known.length)
        .parallel()
        .forEach(row -> {
          int[] own = known[row];
          for (int i = 0; own != null && i < own.length; i++) {
            candidates[row].add(own[i], (float) vectors.dot(row, own[i]));
          }
        });
    int[] some = IntStream.range(0, known.length).filter(row -> known[row] == null).toArray();
    IntStream.range(0, Math.ceilDiv(some.length, STRIP))
        .parallel()
        .forEach(strip -> {
          int to = Math.min(some.length, (strip + 1) * STRIP);
          compareWithAll(Arrays.copyOfRange(some, strip * STRIP, to), known, isNew);
        });
  }

  private void compareWithAll(int[] rows, int[] @Nullable [] known, boolean[] isNew) {
    float[][] strip = new float[rows.length][TiledProduct.TILE];
    for (int tile = 0; tile < products.tiles(); tile++) {
      products.of(rows, tile, strip);
      int start = TiledProduct.start(tile);
      for (int i = 0; i < rows.length; i++) {
        offerAll(rows[i], tile, strip[i]);
      }
      synchronized (locks[tile]) {
        for (int i = 0; i < rows.length; i++) {
          for (int row = start; isNew[rows[i]] && row < products.end(tile); row++) {
            if (known[row] != null && strip[i][row - start] >= candidates[row].limit()) {
              candidates[row].add(rows[i], strip[i][row - start]);
            }
          }
        }
      }
    }
  }

  private void compare(int left, int right) {
    float[][] strip = new float[STRIP][TiledProduct.TILE];
    for (int from = TiledProduct.start(left); from < products.end(left); from += STRIP) {
      int to = Math.min(products.end(left), from + STRIP);
      products.of(from, to, right, strip);
      synchronized (locks[left]) {
        for (int row = from; row < to; row++) {
          offerAll(row, right, strip[row - from]);
        }
      }
      if (left != right) {
        synchronized (locks[right]) {
          for (int row = from; row < to; row++) {
            offerToAll(right, row, strip[row - from]);
          }
        }
      }
    }
  }

  private void offerAll(int row, int tile, float[] roughs) {
    Candidates own = candidates[row];
    int start = TiledProduct.start(tile);
    int length = products.end(tile) - start;
    for (int i = 0; i < length; i++) {
      if (roughs[i] >= own.limit() && start + i != row) {
        own.add(start + i, roughs[i]);
      }
    }
  }

  private void offerToAll(int tile, int row, float[] roughs) {
    int start = TiledProduct.start(tile);
    int length = products.end(tile) - start;
    for (int i = 0; i < length; i++) {
      Candidates others = candidates[start + i];
      if (roughs[i] >= others.limit()) {
        others.add(row, roughs[i]);
      }
    }
  }

  /// Writes the nearest of the rows compared with a row, nearest first, ties by row, with their dot
  /// products, into the arrays from a place on.
  ///
  /// @return how many: *k*, or all rows compared with it
  public int putNearest(int row, int[] rows, float[] products, int place) {
    TopK nearest = new TopK(k);
    int[] others = candidates[row].rows();
    double[] dots = vectors.dots(vectors.row(row), others);
    for (int i = 0; i < others.length; i++) {
      nearest.offer(others[i], dots[i]);
    }
    int[] found = nearest.rows();
    double[] exact = nearest.values();
    for (int rank = 0; rank < found.length; rank++) {
      rows[place + rank] = found[rank];
      products[place + rank] = (float) exact[rank];
    }
    return found.length;
  }
}
