package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.papermap.files.InputException;
import org.papermap.model.ModelFile.LocalFile;

/// Finds a BERT encoder's parameters and sizes in an ONNX export, or under PyTorch's names.
///
/// ONNX exports keep the names of embeddings, biases and layer norms. The matrices of the linear
/// layers lose theirs (they become the transposed right side of a `MatMul`), so each is found
/// through the bias that is added to its product.
record BertWeights(
    Map<String, OnnxTensor> tensors, Map<String, String> matrixOfBias, BertConfig config) {
  /// This parameter's name shows the prefix that all names may have.
  private static final String WORDS = "embeddings.word_embeddings.weight";

  /// @throws InputException if the graph is not a BERT encoder in 32-bit floats
  static BertWeights of(OnnxGraph graph) throws InputException {
    return new BertWeights(graph.initializers(), matricesByBias(graph), OnnxBertConfig.of(graph));
  }

  /// @param tensors under PyTorch's names, possibly with a prefix and with the first checkpoints'
  ///   names of layer norms
  static BertWeights of(Map<String, OnnxTensor> tensors, BertConfig config) {
    String prefix =
        tensors.keySet().stream()
            .filter(name -> name.endsWith(WORDS))
            .map(name -> name.substring(0, name.length() - WORDS.length()))
            .sorted()
            .findFirst()
            .orElse("");
    Map<String, OnnxTensor> plain = new HashMap<>();
    tensors.forEach((name, tensor) -> {
      if (name.startsWith(prefix)) {
        plain.put(
            name.substring(prefix.length())
                .replace("LayerNorm.gamma", "LayerNorm.weight")
                .replace("LayerNorm.beta", "LayerNorm.bias"),
            tensor);
      }
    });
    return new BertWeights(plain, Map.of(), config);
  }

  /// The weights in a local file.
  ///
  /// @throws InputException if they are not those of a BERT encoder
  static BertWeights read(LocalFile file) throws IOException {
    BertWeights weights =
        file.isSafetensors()
            ? of(Safetensors.read(file.path()), BertConfigFile.read(file.beside().getFirst()))
            : of(OnnxGraph.read(ByteBuffer.wrap(Files.readAllBytes(file.path()))));
    file.requireUnchanged();
    return weights;
  }

  /// A parameter that the export names, such as `embeddings.LayerNorm.weight`.
  ScriptValue.Tensor named(String name, long... shape) throws InputException {
    return ScriptValue.Tensor.floats(floats(name, shape), shape);
  }

  /// The matrix of a linear layer as PyTorch keeps it, `out × in`.
  ByteBuffer matrix(String layer, int out, int in) throws InputException {
    String kept = layer + ".weight";
    if (tensors.containsKey(kept)) {
      return floats(kept, out, in);
    }
    String anonymous = matrixOfBias.get(layer + ".bias");
    if (anonymous == null) {
      throw foreign("no matrix product feeds " + layer + ".bias");
    }
    return transposed(floats(anonymous, in, out), in, out);
  }

  ByteBuffer floats(String name, long... shape) throws InputException {
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

  private OnnxTensor initializer(String name) throws InputException {
    OnnxTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw foreign("no " + name);
    }
    return tensor;
  }

  static InputException foreign(String found) {
    return new InputException(
        "not a BERT encoder in 32-bit floats: " + found + ". Choose another model.");
  }
}
