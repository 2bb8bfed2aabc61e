package org.papermap.embed.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds a BERT encoder's parameters and sizes in an ONNX export of it.
///
/// Exports keep the names of embeddings, biases and layer norms. The matrices of the linear layers
/// lose theirs (they become the transposed right side of a `MatMul`), so each is found through the
/// bias that is added to its product.
final class BertWeights {
  private final OnnxGraph graph;
  private final Map<String, String> matrixOfBias;
  private final BertConfig config;

  private BertWeights(OnnxGraph graph) throws WeightsException {
    this.graph = graph;
    this.matrixOfBias = matricesByBias(graph);
    this.config = readConfig();
  }

  /// @throws WeightsException if the graph is not a BERT encoder in 32-bit floats
  static BertWeights of(OnnxGraph graph) throws WeightsException {
    return new BertWeights(graph);
  }

  BertConfig config() {
    return config;
  }

  /// A parameter that the export names, such as `embeddings.LayerNorm.weight`.
  ScriptValue.Tensor named(String name, long... shape) throws WeightsException {
    return ScriptValue.Tensor.floats(floats(name, shape), shape);
  }

  /// The matrix of a linear layer as PyTorch keeps it, `out × in`.
  ByteBuffer matrix(String layer, int out, int in) throws WeightsException {
    String kept = layer + ".weight";
    if (graph.initializer(kept) != null) {
      return floats(kept, out, in);
    }
    String anonymous = matrixOfBias.get(layer + ".bias");
    if (anonymous == null) {
      throw foreign("no matrix product feeds " + layer + ".bias");
    }
    return transposed(floats(anonymous, in, out), in, out);
  }

  ByteBuffer floats(String name, long... shape) throws WeightsException {
    OnnxTensor tensor = initializer(name);
    if (!tensor.isFloat()) {
      throw foreign(name + " is not in 32-bit floats");
    }
    if (!tensor.hasShape(shape)) {
      throw foreign(name + " has another shape than the rest implies");
    }
    return tensor.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer transposed(ByteBuffer matrix, int rows, int columns) {
    FloatBuffer from = matrix.asFloatBuffer();
    ByteBuffer bytes = ByteBuffer.allocate(matrix.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    FloatBuffer to = bytes.asFloatBuffer();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        to.put(column * rows + row, from.get(row * columns + column));
      }
    }
    return bytes;
  }

  private static Map<String, String> matricesByBias(OnnxGraph graph) {
    Map<String, String> matrices = new HashMap<>();
    for (OnnxNode node : graph.nodes()) {
      if (node.operator().equals("Add") && node.inputs().size() == 2) {
        noteMatrix(graph, node.inputs().get(0), node.inputs().get(1), matrices);
        noteMatrix(graph, node.inputs().get(1), node.inputs().get(0), matrices);
      }
    }
    return matrices;
  }

  private static void noteMatrix(
      OnnxGraph graph, String bias, String product, Map<String, String> matrices) {
    OnnxNode multiply = graph.producer(product);
    if (graph.initializer(bias) != null
        && multiply != null
        && multiply.operator().equals("MatMul")
        && graph.initializer(multiply.inputs().get(1)) != null) {
      matrices.put(bias, multiply.inputs().get(1));
    }
  }

  private BertConfig readConfig() throws WeightsException {
    long[] words = initializer("embeddings.word_embeddings.weight").dimensions();
    long[] positions = initializer("embeddings.position_embeddings.weight").dimensions();
    if (words.length != 2 || positions.length != 2) {
      throw foreign("the embeddings are no matrices");
    }
    int hidden = (int) words[1];
    int layers = 0;
    while (graph.initializer(intermediateBias(layers)) != null) {
      layers++;
    }
    int intermediate = (int) initializer(intermediateBias(0)).dimensions()[0];
    if (graph.nodes().stream().noneMatch(node -> node.operator().equals("Erf"))) {
      throw foreign("the activation is not GELU by the error function");
    }
    int headSize = headSize();
    if (hidden % headSize != 0) {
      throw foreign("heads of %d do not divide %d".formatted(headSize, hidden));
    }
    return new BertConfig(
        layers,
        hidden,
        intermediate,
        hidden / headSize,
        epsilon(),
        (int) words[0],
        (int) positions[0]);
  }

  private static String intermediateBias(int layer) {
    return "encoder.layer." + layer + ".intermediate.dense.bias";
  }

  /// Attention scores are divided by the root of the head size before the mask is added and the
  /// softmax taken; the divisor is the only place where an export shows that size as it is.
  private int headSize() throws WeightsException {
    for (OnnxNode softmax : graph.nodes()) {
      if (softmax.operator().equals("Softmax")) {
        OnnxNode masked = graph.producer(softmax.inputs().get(0));
        for (String score : masked == null ? List.<String>of() : masked.inputs()) {
          OnnxNode divided = graph.producer(score);
          if (divided != null && divided.operator().equals("Div")) {
            double root = constant(divided.inputs().get(1));
            return (int) Math.round(root * root);
          }
        }
      }
    }
    throw foreign("no divided attention scores");
  }

  /// A layer norm takes the root of the variance plus a small constant.
  private double epsilon() throws WeightsException {
    for (OnnxNode root : graph.nodes()) {
      OnnxNode sum = root.operator().equals("Sqrt") ? graph.producer(root.inputs().get(0)) : null;
      if (sum != null && sum.operator().equals("Add")) {
        for (String term : sum.inputs()) {
          OnnxNode origin = graph.producer(term);
          if (origin != null && origin.constant() != null) {
            // Written as a 32-bit float; the double that was meant is its shortest decimal.
            return Double.parseDouble(Float.toString(origin.constant().scalar()));
          }
        }
      }
    }
    throw foreign("no layer norm");
  }

  private double constant(String value) throws WeightsException {
    OnnxNode origin = graph.producer(value);
    if (origin == null || origin.constant() == null) {
      throw foreign(value + " is no constant");
    }
    return origin.constant().scalar();
  }

  private OnnxTensor initializer(String name) throws WeightsException {
    OnnxTensor tensor = graph.initializer(name);
    if (tensor == null) {
      throw foreign("no " + name);
    }
    return tensor;
  }

  private static WeightsException foreign(String found) {
    return new WeightsException(
        "not a BERT encoder in 32-bit floats: " + found + ". Choose another model.");
  }
}
