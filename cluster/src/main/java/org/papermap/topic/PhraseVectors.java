package org.papermap.topic;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.embed.EmbeddingMatrix;

/// What phrases mean, as far as papers tell: the mean of the vectors of those that have it, less
/// the mean of all papers, so that what all have in common does not count.
final class PhraseVectors {
  /// So many papers tell enough of a phrase.
  private static final int READ = 200;

  private final EmbeddingMatrix vectors;
  private final PhraseIndex index;
  private final float[] mean;
  private final Map<Integer, float[]> known = new HashMap<>();

  PhraseVectors(EmbeddingMatrix vectors, PhraseIndex index) {
    this.vectors = vectors;
    this.index = index;
    float[] sum = new float[vectors.dimension()];
    for (int row = 0; row < vectors.rows(); row++) {
      add(sum, vectors.row(row));
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, vectors.rows());
    }
    this.mean = sum;
  }

  /// The direction in which a phrase lies, of length 1, or 0 where it lies in none.
  float[] of(int phrase) {
    return known.computeIfAbsent(phrase, it -> direction(index.holders(it)));
  }

  /// The direction in which some papers lie.
  float[] of(List<Integer> rows) {
    return direction(rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private float[] direction(int[] rows) {
    float[] sum = new float[mean.length];
    int step = Math.max(1, rows.length / READ);
    int read = 0;
    for (int i = 0; i < rows.length; i += step) {
      add(sum, vectors.row(rows[i]));
      read++;
    }
    double norm = 0;
    for (int i = 0; i < sum.length; i++) {
      sum[i] -= read * mean[i];
      norm += sum[i] * sum[i];
    }
    for (int i = 0; i < sum.length && norm > 0; i++) {
      sum[i] /= (float) Math.sqrt(norm);
    }
    return sum;
  }

  private static void add(float[] sum, float[] vector) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  static double cosine(float[] a, float[] b) {
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot;
  }
}
