package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.papermap.math.ByteDotProduct;
import org.papermap.math.DotProduct;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// Chooses the nearest of many rows exactly, although it looks at most of them only as bytes.
///
/// A row *v* is kept as bytes *c* and a scale *s*, so that *v* = *s c* + *e*, and the length of *e*
/// is kept with it. For a query *q* = *t b* + *f*, made into bytes the same way,
///
/// *q·v* = *s t* (*b·c*) + *q·e* + *f·s c*,
///
/// and by Cauchy and Schwarz the last two terms are at most |*q*||*e*| + |*f*|(|*v*| + |*e*|). So
/// each dot product of bytes gives a lower and an upper bound of the cosine. What lies wholly below
/// the *k* best lower bounds is out; all others, some dozen or hundred, are summed in double, which
/// decides. Where the bounds tell nothing apart, all rows are.
final class CodedRows implements RowScan {
  /// Rows whose dot products are taken before they are looked at.
  private static final int BLOCK = 1024;

  private static final int MAX_CODE = Byte.MAX_VALUE;

  private final EmbeddingMatrix vectors;
  private final int stride;
  private final byte[] codes;
  private final float[] scales;

  /// |*e*| of each row, rounded up.
  private final float[] errors;

  /// The greatest |*v*|: one, within the tolerance of a matrix.
  private final double longest;

  private CodedRows(EmbeddingMatrix vectors, int stride) {
    this.vectors = vectors;
    this.stride = stride;
    this.codes = new byte[vectors.rows() * stride];
    this.scales = new float[vectors.rows()];
    this.errors = new float[vectors.rows()];
    double greatest = 0;
    for (int row = 0; row < vectors.rows(); row++) {
      float[] values = vectors.row(row);
      Code code = Code.of(values, stride);
      System.arraycopy(code.bytes, 0, codes, row * stride, stride);
      scales[row] = code.scale;
      errors[row] = Math.nextUp((float) code.error);
      greatest = Math.max(greatest, code.length);
    }
    this.longest = greatest;
  }

  /// Whether scanning bytes is faster here than scanning floats.
  static boolean worthwhile() {
    return ByteDotProduct.isVectorized();
  }

  /// Whether these rows can be kept as bytes in one array.
  static boolean fits(EmbeddingMatrix vectors) {
    return (long) vectors.rows() * stride(vectors) <= Integer.MAX_VALUE - Long.BYTES;
  }

  static CodedRows of(EmbeddingMatrix vectors) {
    return new CodedRows(vectors, stride(vectors));
  }

  private static int stride(EmbeddingMatrix vectors) {
    return Math.ceilDiv(vectors.dimension(), ByteDotProduct.STRIDE) * ByteDotProduct.STRIDE;
  }

  @Override
  public List<NearestRows.Near> nearest(float[] unit, int k, IntPredicate passes) {
    Code query = Code.of(unit, stride);
    Bounds bounds = new Bounds(Math.min(k, vectors.rows()));
    // |q·v − st(b·c)| ≤ |q||e| + |f|(|v| + |e|), and a little for the rounding of the sums in
    // double.
    double rounding = vectors.dimension() * 0x1p-48;
    double perError = query.length + query.error;
    double slack = query.error * longest + rounding;
    int[] dots = new int[BLOCK];
    for (int from = 0; from < vectors.rows(); from += BLOCK) {
      int to = Math.min(vectors.rows(), from + BLOCK);
      ByteDotProduct.of(query.bytes, codes, stride, from, to, dots);
      for (int row = from; row < to; row++) {
        double estimate = (double) query.scale * scales[row] * dots[row - from];
        double error = perError * errors[row] + slack;
        if (estimate + error >= bounds.least() && passes.test(row)) {
          bounds.add(row, estimate - error, estimate + error);
        }
      }
    }
    TopK nearest = new TopK(Math.min(k, vectors.rows()));
    for (int row : bounds.candidates()) {
      nearest.offer(row, vectors.dot(row, unit));
    }
    return NearestRows.list(nearest);
  }

  /// A vector as bytes.
  ///
  /// @param scale what a byte is multiplied with
  /// @param error length of what is then still missing of the vector
  /// @param length of the vector
  private record Code(byte[] bytes, float scale, double error, double length) {
    static Code of(float[] values, int stride) {
      float greatest = 0;
      for (float value : values) {
        greatest = Math.max(greatest, Math.abs(value));
      }
      float scale = greatest / MAX_CODE;
      byte[] bytes = new byte[stride];
      double missing = 0;
      for (int j = 0; j < values.length; j++) {
        int code = Math.clamp(Math.round(values[j] / scale), -MAX_CODE, MAX_CODE);
        bytes[j] = (byte) code;
        double rest = values[j] - (double) scale * code;
        missing += rest * rest;
      }
      return new Code(bytes, scale, Math.sqrt(missing), Math.sqrt(DotProduct.of(values, values)));
    }
  }

  /// The rows that may be among the `k` nearest, as far as has been looked.
  private static final class Bounds {
    /// The `k` best lower bounds.
    private final TopK lower;

    private int[] rows = new int[256];
    private double[] upper = new double[256];
    private int count;

    Bounds(int k) {
      lower = new TopK(k);
    }

    /// The `k`-th best lower bound.
    double least() {
      return lower.least();
    }

    void add(int row, double least, double most) {
      if (count == rows.length) {
        rows = Arrays.copyOf(rows, 2 * count);
        upper = Arrays.copyOf(upper, 2 * count);
      }
      rows[count] = row;
      upper[count++] = most;
      lower.offer(row, least);
    }

    int[] candidates() {
      int[] candidates = new int[count];
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (upper[i] >= least()) {
          candidates[kept++] = rows[i];
        }
      }
      return Arrays.copyOf(candidates, kept);
    }
  }
}
