package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value in a TorchScript archive's state.
public sealed interface ScriptValue {
  /// A module with its attributes, in the order in which its class declares them.
  ///
  /// @param type the class's qualified name, such as `__torch__.bert.Layer`
  record Module(String type, Map<String, ScriptValue> attributes) implements ScriptValue {
    public Module {
      attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /// The attributes of a module outside training, to be added to.
    public static Map<String, ScriptValue> state() {
      Map<String, ScriptValue> state = new LinkedHashMap<>();
      state.put("training", new Truth(false));
      return state;
    }
  }

  /// A module whose class has a `__setstate__` that restores it from one value.
  record Restored(String type, ScriptValue state) implements ScriptValue {}

  /// A dense tensor.
  ///
  /// @param storage PyTorch's name of the element type's storage, such as `FloatStorage`
  /// @param bytes row after row, little-endian
  record Tensor(String storage, List<Long> shape, ByteBuffer bytes) implements ScriptValue {
    public Tensor {
      shape = List.copyOf(shape);
    }

    static Tensor floats(ByteBuffer bytes, long... shape) {
      return new Tensor("FloatStorage", Arrays.stream(shape).boxed().toList(), bytes);
    }

    static Tensor bfloats(ByteBuffer bytes, long... shape) {
      return new Tensor("BFloat16Storage", Arrays.stream(shape).boxed().toList(), bytes);
    }

    long size() {
      long size = 1;
      for (long dimension : shape) {
        size *= dimension;
      }
      return size;
    }
  }

  record Truth(boolean value) implements ScriptValue {}

  record Tuple(List<ScriptValue> values) implements ScriptValue {
    public Tuple {
      values = List.copyOf(values);
    }
  }
}
