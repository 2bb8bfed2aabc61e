package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/// The upper half of a 32-bit float.
final class Bfloat16 {
  private static final int HALF = 0x7fff;

  private Bfloat16() {}

  /// 32-bit floats, each rounded to the nearest; of two equally near, to the one whose last bit is
  /// 0\. Weights are finite, so that NaN needs no care.
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
