package org.papermap.embed.internal.weights;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operation of an ONNX graph.
///
/// @param operator such as `MatMul`
/// @param inputs names of its inputs, in order
/// @param outputs names of its outputs
/// @param constant the tensor of a `Constant`, else null
record OnnxNode(
    String operator, List<String> inputs, List<String> outputs, @Nullable OnnxTensor constant) {
  OnnxNode {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
