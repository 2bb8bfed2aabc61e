package org.papermap.embed.internal.weights;

import java.util.List;
import org.papermap.model.WeightsException;

/// Finds out a BERT encoder's sizes from the shapes and constants of an ONNX export.
final class OnnxBertConfig {
  private final OnnxGraph graph;

  private OnnxBertConfig(OnnxGraph graph) {
    this.graph = graph;
  }

  /// @throws WeightsException if the graph is not a BERT encoder
  static BertConfig of(OnnxGraph graph) throws WeightsException {
    return new OnnxBertConfig(graph).read();
  }

  private BertConfig read() throws WeightsException {
    long[] words = initializer("embeddings.word_embeddings.weight").dimensions();
    long[] positions = initializer("embeddings.position_embeddings.weight").dimensions();
    if (words.length != 2 || positions.length != 2) {
      throw BertWeights.foreign("the embeddings are no matrices");
    }
    int hidden = (int) words[1];
    int layers = 0;
    while (graph.initializer(intermediateBias(layers)) != null) {
      layers++;
    }
    int intermediate = (int) initializer(intermediateBias(0)).dimensions()[0];
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
    throw BertWeights.foreign("no divided attention scores");
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
    throw BertWeights.foreign("no layer norm");
  }

  private double constant(String value) throws WeightsException {
    OnnxNode origin = graph.producer(value);
    if (origin == null || origin.constant() == null) {
      throw BertWeights.foreign(value + " is no constant");
    }
    return origin.constant().scalar();
  }

  private OnnxTensor initializer(String name) throws WeightsException {
    OnnxTensor tensor = graph.initializer(name);
    if (tensor == null) {
      throw BertWeights.foreign("no " + name);
    }
    return tensor;
  }
}
