package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// A constant of an ONNX graph.
///
/// @param dimensions its shape, outermost first
/// @param elementType a number of ONNX's `TensorProto.DataType`
/// @param bytes row after row, little-endian; read it through [ByteBuffer#duplicate()]
@SuppressWarnings("ArrayRecordComponent") // a view of a file, never compared
record OnnxTensor(String name, long[] dimensions, int elementType, ByteBuffer bytes) {
  static final int FLOAT = 1;

  boolean isFloat() {
    return elementType == FLOAT;
  }

  boolean hasShape(long... shape) {
    return Arrays.equals(dimensions, shape);
  }

  /// The one value of a scalar, or of a tensor of one element.
  float scalar() {
    return bytes.getFloat(bytes.position());
  }
}
