package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// The upper half of a 32-bit float.
final class Bfloat16 {
  private static final int HALF = 0x7fff;

  private Bfloat16() {}

  /// 32-bit floats, rounded to nearest, ties to even. Weights are finite, so NaN is not treated.
  static ByteBuffer of(ByteBuffer floats) {
    FloatBuffer from = floats.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    ByteBuffer to =
        ByteBuffer.allocate(from.remaining() * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      to.putShort(rounded(from.get()));
    }
    return to.flip();
  }

  static short rounded(float value) {
    int bits = Float.floatToRawIntBits(value);
    int lowestKept = bits >>> Short.SIZE & 1;
    return (short) (bits + HALF + lowestKept >>> Short.SIZE);
  }
}
