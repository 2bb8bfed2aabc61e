package org.papermap.embed.internal.weights;

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
  private static final String LINEAR_PORTABLE =
      """
      class Linear(Module):
        __parameters__ = ["weight", "bias", ]
        __buffers__ = []
        training : bool
        weight : Tensor
        bias : Tensor
        def forward(self: __torch__.bert.Linear, x: Tensor) -> Tensor:
          return torch.linear(x, self.weight, self.bias)
      class LinearGelu(Module):
        __parameters__ = ["weight", "bias", ]
        __buffers__ = []
        training : bool
        weight : Tensor
        bias : Tensor
        def forward(self: __torch__.bert.LinearGelu, x: Tensor) -> Tensor:
          return torch.gelu(torch.linear(x, self.weight, self.bias))
      """;

  /// A class whose weight is packed for oneDNN when it is restored, tuned for the rows of a full
  /// batch.
  private static final String LINEAR_PREPACKED =
      """
      class NAME(Module):
        __parameters__ = []
        __buffers__ = []
        training : bool
        weight : Tensor
        bias : Tensor
        def __getstate__(self: __torch__.bert.NAME) -> Tuple[Tensor, Tensor, bool]:
          return (torch.to_dense(self.weight), self.bias, self.training)
        def __setstate__(self: __torch__.bert.NAME, state: Tuple[Tensor, Tensor, bool]) -> NoneType:
          weight, bias, training, = state
          self.weight = ops.mkldnn._reorder_linear_weight(weight, 2048)
          self.bias = bias
          self.training = training
          return None
        def forward(self: __torch__.bert.NAME, x: Tensor) -> Tensor:
          return ops.mkldnn._linear_pointwise(x, self.weight, self.bias, "POST", [], ALGORITHM)
      """;

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

  private static final String LAYER =
      """
      class Layer(Module):
        __parameters__ = ["norm1_weight", "norm1_bias", "norm2_weight", "norm2_bias", ]
        __buffers__ = []
        training : bool
        norm1_weight : Tensor
        norm1_bias : Tensor
        norm2_weight : Tensor
        norm2_bias : Tensor
        qkv : __torch__.bert.Linear
        out : __torch__.bert.Linear
        up : __torch__.bert.LinearGelu
        down : __torch__.bert.Linear
        def forward(self: __torch__.bert.Layer, x: Tensor) -> Tensor:
          texts = torch.size(x, 0)
          tokens = torch.size(x, 1)
          projected = (self.qkv).forward(LAYERS_OWN(x), )
          joint = torch.view(projected, [texts, tokens, 3, HEADS, HEAD_SIZE])
          q, k, v, = torch.unbind(torch.permute(joint, [2, 0, 3, 1, 4]), 0)
      ATTENTION
          context = torch.reshape(torch.transpose(seen, 1, 2), [texts, tokens, HIDDEN])
          attended = (self.out).forward(context, )
          a = torch.add(x, attended)
          h = torch.layer_norm(a, [HIDDEN], self.norm1_weight, self.norm1_bias, EPSILON)
          widened = (self.up).forward(LAYERS_OWN(h), )
          b = torch.add(h, (self.down).forward(widened, ))
          return torch.layer_norm(b, [HIDDEN], self.norm2_weight, self.norm2_bias, EPSILON)
      """;

  private static final String ENCODER =
      """
      class Encoder(Module):
        __parameters__ = ["words", "positions", "type0", "norm_weight", "norm_bias", ]
        __buffers__ = []
        training : bool
        words : Tensor
        positions : Tensor
        type0 : Tensor
        norm_weight : Tensor
        norm_bias : Tensor
      LAYER_FIELDS
        def forward(self: __torch__.bert.Encoder, ids: Tensor) -> Tensor:
          tokens = torch.size(ids, 1)
          placed = torch.slice(self.positions, 0, 0, tokens)
          summed = torch.add(torch.add(torch.embedding(self.words, ids), placed), self.type0)
          x0 = torch.layer_norm(summed, [HIDDEN], self.norm_weight, self.norm_bias, EPSILON)
      LAYER_CALLS
          return xLAYERS
      """;

  private BertScript() {}

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
