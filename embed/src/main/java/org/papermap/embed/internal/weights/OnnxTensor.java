package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// A constant of an ONNX graph.
///
/// @param dimensions its shape, outermost first
/// @param elementType a number of ONNX's `TensorProto.DataType`
/// @param bytes row after row, little-endian; read it through [ByteBuffer#duplicate()]
record OnnxTensor(String name, List<Long> dimensions, int elementType, ByteBuffer bytes) {
  static final int FLOAT = 1;

  OnnxTensor {
    dimensions = List.copyOf(dimensions);
  }

  boolean isFloat() {
    return elementType == FLOAT;
  }

  boolean hasShape(long... shape) {
    return dimensions.equals(Arrays.stream(shape).boxed().toList());
  }

  /// The one value of a scalar, or of a tensor of one element.
  float scalar() {
    return bytes.getFloat(bytes.position());
  }
}
