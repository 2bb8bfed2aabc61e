package org.papermap.embed.internal.weights;

import org.papermap.files.ResourceText;
import org.papermap.model.ModelSpec.Dtype;

/// The TorchScript source of a BERT encoder (Devlin, Chang, Lee, Toutanova 2019, arXiv:1810.04805):
/// from token ids to the vectors of the last layer. There is no attention mask, as the texts of a
/// batch have the same number of tokens: padding would take time, and make the last bits of a
/// text's vector depend on its batch.
///
/// The classes are the same for every kernel, except the two linear layers.
public final class BertScript {
  public static final String NAMESPACE = "bert";

  /// From and to tensors in the layers' number format.
  private static final String LINEAR_PORTABLE = read("linear-portable.py");

  /// A class whose weight is packed for oneDNN when it is restored, tuned for the rows of a full
  /// batch.
  private static final String LINEAR_PREPACKED = read("linear-prepacked.py");

  private static final String ATTENTION_FUSED =
      """
          seen = torch.scaled_dot_product_attention(q, k, v)
      """;

  /// Attention as two products and a softmax. In 16 bits the engine calls oneDNN for them, which at
  /// 256 tokens is a sixth faster than the fused operator. In 32 bits it calls MKL, and the fused
  /// operator is faster by two fifths.
  private static final String ATTENTION_BY_PRODUCTS =
      """
          scores = torch.matmul(torch.div(q, ROOT), torch.transpose(k, -2, -1))
          seen = torch.matmul(torch.softmax(scores, -1), v)
      """;

  /// Marks the input of a linear layer.
  private static final String OWN_NUMBERS = "LAYERS_OWN\\((\\w+)\\)";

  private static final String LAYER = read("layer.py");

  private static final String ENCODER = read("encoder.py");

  private BertScript() {}

  private static String read(String name) {
    return ResourceText.read(BertScript.class, name);
  }

  /// The qualified name of one of the classes.
  public static String type(String name) {
    return "__torch__." + NAMESPACE + "." + name;
  }

  /// PyTorch's number of an element type in TorchScript.
  public static int code(Dtype dtype) {
    return switch (dtype) {
      case FLOAT32 -> 6;
      case BFLOAT16 -> 15;
    };
  }

  static String source(BertConfig config, LinearForm form) {
    return sized(linear(form.kernel()) + layer(form.dtype()) + encoder(config.layers()), config);
  }

  /// The sum of a 32-bit and a 16-bit tensor has 32 bits; only the inputs of linear layers must be
  /// converted.
  private static String layer(Dtype dtype) {
    return switch (dtype) {
      case FLOAT32 -> LAYER.replace("ATTENTION\n", ATTENTION_FUSED).replaceAll(OWN_NUMBERS, "$1");
      case BFLOAT16 ->
          LAYER
              .replace("ATTENTION\n", ATTENTION_BY_PRODUCTS)
              .replaceAll(OWN_NUMBERS, "torch.to($1, " + code(dtype) + ")");
    };
  }

  /// The classes of the two kinds of linear layer.
  public static String linear(LinearKernel kernel) {
    return switch (kernel) {
      case PORTABLE -> LINEAR_PORTABLE;
      case PREPACKED ->
          prepacked("Linear", "none", "None") + prepacked("LinearGelu", "gelu", "\"none\"");
    };
  }

  private static String prepacked(String name, String post, String algorithm) {
    return LINEAR_PREPACKED
        .replace("NAME", name)
        .replace("POST", post)
        .replace("ALGORITHM", algorithm);
  }

  private static String encoder(int layers) {
    StringBuilder fields = new StringBuilder();
    StringBuilder calls = new StringBuilder();
    for (int i = 0; i < layers; i++) {
      String layer = "layer" + i;
      fields.append("  ").append(layer).append(" : __torch__.bert.Layer\n");
      calls.append("    x" + (i + 1) + " = (self." + layer + ").forward(x" + i + ", )\n");
    }
    return ENCODER
        .replace("LAYER_FIELDS\n", fields)
        .replace("LAYER_CALLS\n", calls)
        .replace("LAYERS", Integer.toString(layers));
  }

  private static String sized(String source, BertConfig config) {
    return source
        .replace("HEADS", Integer.toString(config.heads()))
        .replace("HEAD_SIZE", Integer.toString(config.headSize()))
        .replace("ROOT", Double.toString(Math.sqrt(config.headSize())))
        .replace("HIDDEN", Integer.toString(config.hidden()))
        .replace("EPSILON", Double.toString(config.epsilon()));
  }
}
