package org.papermap.cluster.internal.layout;

import java.util.function.DoubleUnaryOperator;

/// A smooth positive function of squared distances, read from a table with linear interpolation.
/// Nearly all of UMAP's time goes into two such functions. A table entry is found by the leading
/// bits of a float, 128 entries for each doubling, which keeps the error below a ten-thousandth of
/// the value. Reading takes additions and multiplications alone, the same on every processor.
final class TabulatedFunction {
  /// The exponents of two of the least and the largest squared distance: a millionth of a unit and
  /// a million units. UMAP's maps are tens of units wide.
  private static final int LOWEST_EXPONENT = -40;

  private static final int HIGHEST_EXPONENT = 40;

  private static final int STEP_BITS = 7;
  private static final int REST_BITS = 23 - STEP_BITS;
  private static final float REST_UNIT = 1f / (1 << REST_BITS);
  private static final int FLOAT_BIAS = 127;
  private static final int FIRST = (LOWEST_EXPONENT + FLOAT_BIAS) << STEP_BITS;
  private static final int SIZE = (HIGHEST_EXPONENT - LOWEST_EXPONENT) << STEP_BITS;

  private final float[] values = new float[SIZE + 2];

  TabulatedFunction(DoubleUnaryOperator function) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) function.applyAsDouble(Float.intBitsToFloat((FIRST + i) << REST_BITS));
    }
  }

  /// @param squared 0 or more; beyond the ends of the table the value is that of the end
  float of(float squared) {
    int bits = Float.floatToRawIntBits(squared);
    int place = (bits >> REST_BITS) - FIRST;
    if (place < 0) {
      return values[0];
    }
    if (place >= SIZE) {
      return values[SIZE];
    }
    float low = values[place];
    return low + (bits & ((1 << REST_BITS) - 1)) * REST_UNIT * (values[place + 1] - low);
  }
}
