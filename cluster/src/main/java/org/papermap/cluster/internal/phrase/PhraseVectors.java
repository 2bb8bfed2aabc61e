package org.papermap.cluster.internal.phrase;

import java.nio.FloatBuffer;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.papermap.math.DotProduct;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// A vector for each phrase: the mean vector of the papers that have it, less the mean of all
/// papers, normalised.
public final class PhraseVectors {
  /// The most papers that are read for a phrase, evenly spaced.
  private static final int READ = 200;

  /// The most papers of a group that a vector is compared with.
  private static final int COMPARED = 120;

  private final float[] vectors;
  private final PhraseIndex index;
  private final float[] mean;
  private final Map<Integer, float[]> known = new ConcurrentHashMap<>();

  public PhraseVectors(EmbeddingMatrix vectors, PhraseIndex index) {
    FloatBuffer values = vectors.values();
    this.vectors = new float[values.remaining()];
    values.get(this.vectors);
    this.index = index;
    float[] sum = new float[vectors.dimension()];
    for (int row = 0; row < vectors.rows(); row++) {
      add(sum, row);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, vectors.rows());
    }
    this.mean = sum;
  }

  /// The vector of a phrase, of length 1, or all zeros.
  public float[] of(int phrase) {
    return known.computeIfAbsent(phrase, it -> direction(index.postings(it)));
  }

  /// The vector of some papers, likewise.
  public float[] direction(int[] rows) {
    float[] sum = new float[mean.length];
    int step = Math.max(1, rows.length / READ);
    int read = 0;
    for (int i = 0; i < rows.length; i += step) {
      add(sum, rows[i]);
      read++;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= read * mean[i];
    }
    UnitLength.scale(sum, 0, sum.length);
    return sum;
  }

  /// How much nearer a direction is to some papers than to others: the difference of the two mean
  /// vectors, whose product with a vector is the difference of the mean cosines.
  ///
  /// @param others one or more; none for all papers that are not in `rows`
  public float[] contrast(int[] rows, int[] others) {
    float[] inside = sum(rows);
    float[] outside = sum(others);
    int all = vectors.length / mean.length;
    boolean rest = others.length == 0;
    int outsiders = Math.max(1, rest ? all - rows.length : others.length);
    for (int i = 0; i < inside.length; i++) {
      float elsewhere = rest ? all * mean[i] - inside[i] : outside[i];
      inside[i] = inside[i] / Math.max(1, rows.length) - elsewhere / outsiders;
    }
    return inside;
  }

  /// The papers that are not among some.
  public int[] others(int[] rows) {
    BitSet others = new BitSet();
    others.set(0, vectors.length / mean.length);
    IntStream.of(rows).forEach(others::clear);
    return others.stream().toArray();
  }

  /// The cosines of a vector of length 1 with some papers, or with evenly spaced ones of many.
  public double[] cosines(float[] vector, int[] rows) {
    int step = Math.ceilDiv(Math.max(1, rows.length), COMPARED);
    int[] some =
        IntStream.range(0, Math.ceilDiv(rows.length, step)).map(i -> rows[i * step]).toArray();
    return DotProduct.ofRows(vector, vectors, some);
  }

  private float[] sum(int[] rows) {
    float[] sum = new float[mean.length];
    for (int row : rows) {
      add(sum, row);
    }
    return sum;
  }

  private void add(float[] sum, int row) {
    int from = row * sum.length;
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vectors[from + i];
    }
  }
}
