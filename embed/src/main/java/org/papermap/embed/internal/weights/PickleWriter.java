package org.papermap.embed.internal.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Pickles a value for PyTorch's unpickler of TorchScript archives: the few opcodes of protocol 2
/// that modules and tensors need. The tensors' bytes are stored beside the pickle, by number.
final class PickleWriter {
  private static final int PROTOCOL = 0x80;
  private static final int STOP = '.';
  private static final int GLOBAL = 'c';
  private static final int EMPTY_TUPLE = ')';
  private static final int NEW_OBJECT = 0x81;
  private static final int EMPTY_DICT = '}';
  private static final int MARK = '(';
  private static final int SET_ITEMS = 'u';
  private static final int BUILD = 'b';
  private static final int TUPLE = 't';
  private static final int REDUCE = 'R';
  private static final int PERSISTENT_ID = 'Q';
  private static final int TEXT = 'X';
  private static final int INT = 'J';
  private static final int LONG = 0x8a;
  private static final int TRUE = 0x88;
  private static final int FALSE = 0x89;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<ByteBuffer> storages = new ArrayList<>();

  private PickleWriter() {}

  /// @param bytes the pickle
  /// @param storages the tensors' bytes, in the order of their numbers
  record Pickle(ByteBuffer bytes, List<ByteBuffer> storages) {}

  static Pickle pickle(ScriptValue value) {
    PickleWriter writer = new PickleWriter();
    writer.out.write(PROTOCOL);
    writer.out.write(2);
    writer.put(value);
    writer.out.write(STOP);
    return new Pickle(ByteBuffer.wrap(writer.out.toByteArray()), writer.storages);
  }

  private void put(ScriptValue value) {
    switch (value) {
      case ScriptValue.Module module -> putModule(module);
      case ScriptValue.Restored restored -> {
        putNew(restored.type());
        put(restored.state());
        out.write(BUILD);
      }
      case ScriptValue.Tensor tensor -> putTensor(tensor);
      case ScriptValue.Truth truth -> out.write(truth.value() ? TRUE : FALSE);
      case ScriptValue.Tuple tuple -> {
        out.write(MARK);
        tuple.values().forEach(this::put);
        out.write(TUPLE);
      }
    }
  }

  private void putModule(ScriptValue.Module module) {
    putNew(module.type());
    out.write(EMPTY_DICT);
    out.write(MARK);
    module
        .attributes()
        .forEach((name, value) -> {
          putText(name);
          put(value);
        });
    out.write(SET_ITEMS);
    out.write(BUILD);
  }

  private void putNew(String type) {
    int dot = type.lastIndexOf('.');
    putGlobal(type.substring(0, dot), type.substring(dot + 1));
    out.write(EMPTY_TUPLE);
    out.write(NEW_OBJECT);
  }

  /// A call of `_rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks)`.
  private void putTensor(ScriptValue.Tensor tensor) {
    int number = storages.size();
    storages.add(tensor.bytes());
    putGlobal("torch._utils", "_rebuild_tensor_v2");
    out.write(MARK);
    out.write(MARK);
    putText("storage");
    putGlobal("torch", tensor.storage());
    putText(Integer.toString(number));
    putText("cpu");
    putNumber(tensor.size());
    out.write(TUPLE);
    out.write(PERSISTENT_ID);
    putNumber(0);
    putNumbers(tensor.shape());
    putNumbers(strides(tensor.shape()));
    out.write(FALSE);
    putGlobal("collections", "OrderedDict");
    out.write(EMPTY_TUPLE);
    out.write(REDUCE);
    out.write(TUPLE);
    out.write(REDUCE);
  }

  private static List<Long> strides(List<Long> shape) {
    List<Long> strides = new ArrayList<>();
    long stride = 1;
    for (long size : shape.reversed()) {
      strides.addFirst(stride);
      stride *= size;
    }
    return strides;
  }

  private void putNumbers(List<Long> values) {
    out.write(MARK);
    for (long value : values) {
      putNumber(value);
    }
    out.write(TUPLE);
  }

  private void putGlobal(String module, String name) {
    out.write(GLOBAL);
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void putText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(TEXT);
    out.writeBytes(littleEndian(Integer.BYTES).putInt(bytes.length).array());
    out.writeBytes(bytes);
  }

  private void putNumber(long value) {
    if (value == (int) value) {
      out.write(INT);
      out.writeBytes(littleEndian(Integer.BYTES).putInt((int) value).array());
    } else {
      out.write(LONG);
      out.write(Long.BYTES);
      out.writeBytes(littleEndian(Long.BYTES).putLong(value).array());
    }
  }

  private static ByteBuffer littleEndian(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
