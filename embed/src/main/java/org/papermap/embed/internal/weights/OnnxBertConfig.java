package org.papermap.embed.internal.weights;

import java.util.List;
import org.papermap.files.InputException;

/// Finds a BERT encoder's sizes from the shapes and constants of an ONNX export.
final class OnnxBertConfig {
  private final OnnxGraph graph;

  private OnnxBertConfig(OnnxGraph graph) {
    this.graph = graph;
  }

  /// @throws InputException if the graph is not a BERT encoder
  static BertConfig of(OnnxGraph graph) throws InputException {
    return new OnnxBertConfig(graph).read();
  }

  private BertConfig read() throws InputException {
    List<Long> words = initializer("embeddings.word_embeddings.weight").dimensions();
    List<Long> positions = initializer("embeddings.position_embeddings.weight").dimensions();
    if (words.size() != 2 || positions.size() != 2) {
      throw BertWeights.foreign("the embeddings are not matrices");
    }
    int hidden = words.get(1).intValue();
    int layers = 0;
    while (graph.initializer(intermediateBias(layers)) != null) {
      layers++;
    }
    int intermediate = initializer(intermediateBias(0)).dimensions().getFirst().intValue();
    if (graph.nodes().stream().noneMatch(node -> node.operator().equals("Erf"))) {
      throw BertWeights.foreign("the activation is not GELU by the error function");
    }
    int headSize = headSize();
    if (hidden % headSize != 0) {
      throw BertWeights.foreign("heads of %d do not divide %d".formatted(headSize, hidden));
    }
    return new BertConfig(
        layers,
        hidden,
        intermediate,
        hidden / headSize,
        epsilon(),
        words.getFirst().intValue(),
        positions.getFirst().intValue());
  }

  private static String intermediateBias(int layer) {
    return "encoder.layer." + layer + ".intermediate.dense.bias";
  }

  /// Attention scores are divided by the root of the head size before the mask is added and the
  /// softmax taken; only this divisor shows the head size.
  private int headSize() throws InputException {
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
    throw BertWeights.foreign("no divided attention scores");
  }

  /// The small constant that a layer norm adds to the variance.
  private double epsilon() throws InputException {
    for (OnnxNode root : graph.nodes()) {
      OnnxNode sum = root.operator().equals("Sqrt") ? graph.producer(root.inputs().get(0)) : null;
      if (sum != null && sum.operator().equals("Add")) {
        for (String term : sum.inputs()) {
          OnnxNode origin = graph.producer(term);
          if (origin != null && origin.constant() != null) {
            // Stored as a 32-bit float; its shortest decimal is the double that was meant.
            return Double.parseDouble(Float.toString(origin.constant().scalar()));
          }
        }
      }
    }
    throw BertWeights.foreign("no layer norm");
  }

  private double constant(String value) throws InputException {
    OnnxNode origin = graph.producer(value);
    if (origin == null || origin.constant() == null) {
      throw BertWeights.foreign(value + " is no constant");
    }
    return origin.constant().scalar();
  }

  private OnnxTensor initializer(String name) throws InputException {
    OnnxTensor tensor = graph.initializer(name);
    if (tensor == null) {
      throw BertWeights.foreign("no " + name);
    }
    return tensor;
  }
}
