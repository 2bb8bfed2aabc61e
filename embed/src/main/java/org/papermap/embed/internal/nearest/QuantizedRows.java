package org.papermap.embed.internal.nearest;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.papermap.math.DotProduct;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// The nearest rows by scalar quantization: each row is kept in 8 bits a number, with a scale and
/// the length of what quantization lost. The dot product of two quantized vectors then gives a
/// lower and an upper bound of the cosine, by Cauchy and Schwarz. A row whose upper bound is below
/// the *k* best lower bounds is out; the others, some dozen or hundred, are summed in double, which
/// decides. So the choice is exact. The derivation is in `docs/search.md`.
final class QuantizedRows implements RowScan {
  /// Rows whose dot products are computed at a time.
  private static final int BLOCK = 1024;

  private static final int LARGEST = Byte.MAX_VALUE;

  private final EmbeddingMatrix vectors;
  private final int stride;
  private final byte[] bytes;
  private final float[] scales;

  /// The length of what quantization lost of each row, rounded up.
  private final float[] errors;

  /// The length of the longest row: one, within the tolerance of a matrix.
  private final double longest;

  private QuantizedRows(EmbeddingMatrix vectors, int stride) {
    this.vectors = vectors;
    this.stride = stride;
    this.bytes = new byte[vectors.rows() * stride];
    this.scales = new float[vectors.rows()];
    this.errors = new float[vectors.rows()];
    double greatest = 0;
    for (int row = 0; row < vectors.rows(); row++) {
      float[] values = vectors.row(row);
      Quantized quantized = Quantized.of(values, stride);
      System.arraycopy(quantized.bytes, 0, bytes, row * stride, stride);
      scales[row] = quantized.scale;
      errors[row] = Math.nextUp((float) quantized.error);
      greatest = Math.max(greatest, quantized.length);
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

  static QuantizedRows of(EmbeddingMatrix vectors) {
    return new QuantizedRows(vectors, stride(vectors));
  }

  private static int stride(EmbeddingMatrix vectors) {
    return Math.ceilDiv(vectors.dimension(), ByteDotProduct.STRIDE) * ByteDotProduct.STRIDE;
  }

  @Override
  public List<NearestRows.Near> nearest(float[] unit, int k, IntPredicate passes) {
    Quantized query = Quantized.of(unit, stride);
    Bounds bounds = new Bounds(Math.min(k, vectors.rows()));
    // |q·v − st(b·c)| ≤ |q||e| + |f|(|v| + |e|), and a little for the rounding of the sums in
    // double.
    double rounding = vectors.dimension() * 0x1p-48;
    double perError = query.length + query.error;
    double slack = query.error * longest + rounding;
    int[] dots = new int[BLOCK];
    for (int from = 0; from < vectors.rows(); from += BLOCK) {
      int to = Math.min(vectors.rows(), from + BLOCK);
      ByteDotProduct.of(query.bytes, bytes, stride, from, to, dots);
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

  /// A vector in bytes.
  ///
  /// @param scale what a byte is multiplied with
  /// @param error the length of what quantization lost
  /// @param length of the vector
  private record Quantized(byte[] bytes, float scale, double error, double length) {
    static Quantized of(float[] values, int stride) {
      float greatest = 0;
      for (float value : values) {
        greatest = Math.max(greatest, Math.abs(value));
      }
      float scale = greatest / LARGEST;
      byte[] bytes = new byte[stride];
      double missing = 0;
      for (int j = 0; j < values.length; j++) {
        int rounded = Math.clamp(Math.round(values[j] / scale), -LARGEST, LARGEST);
        bytes[j] = (byte) rounded;
        double rest = values[j] - (double) scale * rounded;
        missing += rest * rest;
      }
      return new Quantized(
          bytes, scale, Math.sqrt(missing), Math.sqrt(DotProduct.of(values, values)));
    }
  }

  /// The rows so far that may be among the `k` nearest.
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
