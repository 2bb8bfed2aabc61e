package org.papermap.bench;

import java.util.Random;
import java.util.stream.IntStream;
import org.papermap.math.UnitLength;
import org.papermap.vectors.EmbeddingMatrix;

/// Vectors with the structure of abstracts': a part common to all, a part of the field, a part of
/// the subject, and noise that is strong along few directions and weak along many. The weights give
/// about the similarities of 9,868 abstracts of machine learning with all-MiniLM-L6-v2: mean .36,
/// nearest .75, tenth nearest .69.
final class MadeUpVectors {
  private static final double COMMON = 0.60;
  private static final double FIELD = 0.34;
  private static final double SUBJECT = 0.42;
  private static final double OWN = 0.60;

  private static final int FIELDS = 30;
  private static final int PAPERS_A_SUBJECT = 40;

  /// Rounds of turning pairs of columns into each other, after which no column stands out.
  private static final int TURNS = 12;

  private final int dimension;
  private final long seed;
  private final double[] spread;
  private final int[][] turns;

  private MadeUpVectors(int dimension, long seed) {
    this.dimension = dimension;
    this.seed = seed;
    this.spread = spread(dimension);
    Random random = new Random(seed);
    this.turns =
        IntStream.range(0, TURNS).mapToObj(_ -> shuffled(dimension, random)).toArray(int[][]::new);
  }

  /// The same rows for the same arguments.
  static EmbeddingMatrix of(int rows, int dimension, long seed) {
    return new MadeUpVectors(dimension, seed).matrix(rows);
  }

  /// Standard deviations falling as one over the place; the squares' sum is one.
  private static double[] spread(int dimension) {
    double[] spread = IntStream.range(0, dimension).mapToDouble(j -> 1.0 / (j + 20)).toArray();
    double length =
        Math.sqrt(IntStream.range(0, dimension).mapToDouble(j -> spread[j] * spread[j]).sum());
    return IntStream.range(0, dimension).mapToDouble(j -> spread[j] / length).toArray();
  }

  /// The numbers from 0 in a random order.
  static int[] shuffled(int size, Random random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  private EmbeddingMatrix matrix(int rows) {
    int subjects = Math.max(1, rows / PAPERS_A_SUBJECT);
    float[] values = new float[Math.multiplyExact(rows, dimension)];
    IntStream.range(0, rows)
        .parallel()
        .forEach(row -> {
          Random random = new Random(seed * 31 + row);
          int subject = random.nextInt(subjects);
          double[] sum = new double[dimension];
          add(COMMON, new Random(seed), sum);
          add(FIELD, new Random(seed + 1 + subject % FIELDS), sum);
          add(SUBJECT, new Random(~seed - subject), sum);
          add(OWN, random, sum);
          turn(sum);
          UnitLength.put(sum, values, row * dimension);
        });
    return EmbeddingMatrix.of(values, dimension);
  }

  private void add(double weight, Random random, double[] sum) {
    for (int j = 0; j < dimension; j++) {
      sum[j] += weight * spread[j] * random.nextGaussian();
    }
  }

  private void turn(double[] sum) {
    for (int[] order : turns) {
      for (int i = 0; i + 1 < dimension; i += 2) {
        double a = sum[order[i]];
        double b = sum[order[i + 1]];
        sum[order[i]] = (a - b) * Math.sqrt(0.5);
        sum[order[i + 1]] = (a + b) * Math.sqrt(0.5);
      }
    }
  }
}
