package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;

/// The operations and constants of an ONNX file. Field numbers are those of `onnx.proto`.
final class OnnxGraph {
  private final List<OnnxNode> nodes = new ArrayList<>();
  private final Map<String, OnnxTensor> initializers = new LinkedHashMap<>();
  private final Map<String, OnnxNode> producers = new HashMap<>();

  private OnnxGraph() {}

  /// Reads a model. The tensors are views of `file`.
  ///
  /// @throws InputException if the bytes are not an ONNX model
  static OnnxGraph read(ByteBuffer file) throws InputException {
    OnnxGraph graph = new OnnxGraph();
    try {
      ProtobufReader model = new ProtobufReader(file);
      for (int field = model.nextField(); field != 0; field = model.nextField()) {
        switch (field) {
          case 7 -> graph.readGraph(model.message());
          default -> model.skip();
        }
      }
    } catch (RuntimeException e) {
      // Truncated or foreign bytes fail in many ways.
      throw new InputException("not an ONNX model: " + e + ". Get the file again.", e);
    }
    return graph;
  }

  List<OnnxNode> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /// The constant of this name, or null.
  @Nullable OnnxTensor initializer(String name) {
    return initializers.get(name);
  }

  /// All constants by name.
  Map<String, OnnxTensor> initializers() {
    return Collections.unmodifiableMap(initializers);
  }

  /// The operation that makes this value, or null where it is an input or a constant.
  @Nullable OnnxNode producer(String value) {
    return producers.get(value);
  }

  private void readGraph(ProtobufReader graph) {
    for (int field = graph.nextField(); field != 0; field = graph.nextField()) {
      switch (field) {
        case 1 -> add(node(graph.message()));
        case 5 -> {
          OnnxTensor tensor = tensor(graph.message());
          initializers.put(tensor.name(), tensor);
        }
        default -> graph.skip();
      }
    }
  }

  private void add(OnnxNode node) {
    nodes.add(node);
    node.outputs().forEach(output -> producers.put(output, node));
  }

  private static OnnxNode node(ProtobufReader message) {
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    String operator = "";
    OnnxTensor constant = null;
    for (int field = message.nextField(); field != 0; field = message.nextField()) {
      switch (field) {
        case 1 -> inputs.add(message.text());
        case 2 -> outputs.add(message.text());
        case 4 -> operator = message.text();
        case 5 -> {
          OnnxTensor carried = attributeTensor(message.message());
          constant = carried == null ? constant : carried;
        }
        default -> message.skip();
      }
    }
    return new OnnxNode(operator, inputs, outputs, constant);
  }

  private static @Nullable OnnxTensor attributeTensor(ProtobufReader attribute) {
    OnnxTensor carried = null;
    for (int field = attribute.nextField(); field != 0; field = attribute.nextField()) {
      switch (field) {
        case 5 -> carried = tensor(attribute.message());
        default -> attribute.skip();
      }
    }
    return carried;
  }

  private static OnnxTensor tensor(ProtobufReader message) {
    LongStream.Builder dimensions = LongStream.builder();
    int elementType = 0;
    String name = "";
    ByteBuffer bytes = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    for (int field = message.nextField(); field != 0; field = message.nextField()) {
      switch (field) {
        case 1 -> message.numbers(dimensions);
        case 2 -> elementType = (int) message.number();
        // float_data is packed and has the same bytes as raw_data.
        case 4, 9 -> bytes = message.payload();
        case 8 -> name = message.text();
        default -> message.skip();
      }
    }
    return new OnnxTensor(name, dimensions.build().boxed().toList(), elementType, bytes);
  }
}
