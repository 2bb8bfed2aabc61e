package org.papermap.cluster.internal.layout;

/// A smooth positive function of squared distances, from a table with straight lines in between:
/// nearly all of UMAP's time goes into two of them. The table's places are the leading bits of a
/// float, so that they lie as close everywhere as a share of the distance; reading takes additions
/// and multiplications alone, the same on every processor. A hundred and twenty-eight places for
/// each doubling make the error below a ten-thousandth of the value.
final class TabulatedFunction {
  /// Two to this is the least and the largest squared distance: a millionth of a unit, and a
  /// million units, where UMAP's maps are tens of units wide.
  private static final int LOWEST_EXPONENT = -40;

  private static final int HIGHEST_EXPONENT = 40;

  private static final int STEP_BITS = 7;
  private static final int REST_BITS = 23 - STEP_BITS;
  private static final float REST_UNIT = 1f / (1 << REST_BITS);
  private static final int FLOAT_BIAS = 127;
  private static final int FIRST = (LOWEST_EXPONENT + FLOAT_BIAS) << STEP_BITS;
  private static final int SIZE = (HIGHEST_EXPONENT - LOWEST_EXPONENT) << STEP_BITS;

  /// A function of a squared distance.
  interface Function {
    double of(double squared);
  }

  private final float[] values = new float[SIZE + 2];

  TabulatedFunction(Function function) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) function.of(Float.intBitsToFloat((FIRST + i) << REST_BITS));
    }
  }

  /// @param squared 0 or more; what is nearer or farther than the table's ends counts as there
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
