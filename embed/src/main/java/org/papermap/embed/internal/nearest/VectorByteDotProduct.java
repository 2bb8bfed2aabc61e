package org.papermap.embed.internal.nearest;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Dot products of bytes in vector instructions. The class must not be touched where the module of
/// vectors is not: ask [ByteDotProduct].
final class VectorByteDotProduct {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, shape(INTS.vectorBitSize() / 2));
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, shape(INTS.vectorBitSize() / 4));

  private VectorByteDotProduct() {}

  private static VectorShape shape(int bits) {
    return VectorShape.forBitSize(Math.max(Long.SIZE, bits));
  }

  /// Whether a byte vector widens twice into one of ints on this processor: with 256 bits or more.
  static boolean isSupported() {
    return INTS.vectorBitSize() >= 256;
  }

  /// Two sums, which do not wait for each other, each of runs of bytes that fill a quarter of a
  /// vector of ints.
  static int of(byte[] query, byte[] codes, int at, int stride) {
    IntVector even = IntVector.zero(INTS);
    IntVector odd = even;
    for (int j = 0; j < stride; j += 2 * BYTES.length()) {
      even = even.add(products(query, j, codes, at + j));
      odd = odd.add(products(query, j + BYTES.length(), codes, at + j + BYTES.length()));
    }
    return even.add(odd).reduceLanes(VectorOperators.ADD);
  }

  /// 127 × 127 still is a short.
  private static IntVector products(byte[] query, int j, byte[] codes, int at) {
    ShortVector a = shorts(query, j);
    ShortVector b = shorts(codes, at);
    return (IntVector) a.mul(b).convertShape(VectorOperators.S2I, INTS, 0);
  }

  private static ShortVector shorts(byte[] bytes, int at) {
    return (ShortVector)
        ByteVector.fromArray(BYTES, bytes, at).convertShape(VectorOperators.B2S, SHORTS, 0);
  }
}
