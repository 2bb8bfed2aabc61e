package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.papermap.model.ModelSpec.Dtype;

/// The form of an archive's linear layers, by kernel and number format.
public record LinearForm(LinearKernel kernel, Dtype dtype) {
  public LinearForm {
    // With the engine's ordinary operators a text's bits depend on its batch on some processors.
    if (dtype == Dtype.BFLOAT16 && kernel == LinearKernel.PORTABLE) {
      throw new IllegalArgumentException("bfloat16: only by the prepacked kernel. Give float32.");
    }
  }

  /// @param type `Linear` or `LinearGelu`
  /// @param matrix 32-bit floats, `out × in`
  /// @param bias 32-bit floats
  public ScriptValue linear(String type, ByteBuffer matrix, ByteBuffer bias, int out, int in) {
    ScriptValue weight = numbers(matrix, out, in);
    ScriptValue offset = numbers(bias, out);
    return switch (kernel) {
      case PORTABLE -> {
        Map<String, ScriptValue> state = ScriptValue.Module.state();
        state.put("weight", weight);
        state.put("bias", offset);
        yield new ScriptValue.Module(BertScript.type(type), state);
      }
      case PREPACKED ->
          new ScriptValue.Restored(
              BertScript.type(type),
              new ScriptValue.Tuple(List.of(weight, offset, new ScriptValue.Truth(false))));
    };
  }

  /// 32-bit floats converted to the layers' number format.
  ScriptValue numbers(ByteBuffer floats, long... shape) {
    return switch (dtype) {
      case FLOAT32 -> ScriptValue.Tensor.floats(floats, shape);
      case BFLOAT16 -> ScriptValue.Tensor.bfloats(Bfloat16.of(floats), shape);
    };
  }
}
