package org.papermap.embed.internal.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.papermap.files.InputException;

/// Arranges a BERT encoder's parameters as [BertScript] declares them.
final class BertModule {
  private final BertWeights weights;
  private final BertConfig config;
  private final LinearForm form;

  private BertModule(BertWeights weights, LinearForm form) {
    this.weights = weights;
    this.config = weights.config();
    this.form = form;
  }

  static ScriptValue of(BertWeights weights, LinearForm form) throws InputException {
    return new BertModule(weights, form).encoder();
  }

  private ScriptValue encoder() throws InputException {
    int hidden = config.hidden();
    Map<String, ScriptValue> state = ScriptValue.Module.state();
    state.put(
        "words", weights.named("embeddings.word_embeddings.weight", config.vocabulary(), hidden));
    state.put(
        "positions",
        weights.named("embeddings.position_embeddings.weight", config.positions(), hidden));
    state.put("type0", firstType());
    state.put("norm_weight", weights.named("embeddings.LayerNorm.weight", hidden));
    state.put("norm_bias", weights.named("embeddings.LayerNorm.bias", hidden));
    for (int i = 0; i < config.layers(); i++) {
      state.put("layer" + i, layer("encoder.layer." + i + "."));
    }
    return new ScriptValue.Module(BertScript.type("Encoder"), state);
  }

  /// All tokens of a single text have type 0, so the vector of type 1 is not needed.
  private ScriptValue firstType() throws InputException {
    ByteBuffer types =
        weights.floats("embeddings.token_type_embeddings.weight", 2, config.hidden());
    ByteBuffer first = types.slice(types.position(), config.hidden() * Float.BYTES);
    return ScriptValue.Tensor.floats(first, config.hidden());
  }

  private ScriptValue layer(String prefix) throws InputException {
    int hidden = config.hidden();
    int intermediate = config.intermediate();
    Map<String, ScriptValue> state = ScriptValue.Module.state();
    putNorm(state, "norm1", prefix + "attention.output.LayerNorm");
    putNorm(state, "norm2", prefix + "output.LayerNorm");
    state.put("qkv", queryKeyValue(prefix + "attention.self."));
    state.put("out", linear("Linear", prefix + "attention.output.dense", hidden, hidden));
    state.put("up", linear("LinearGelu", prefix + "intermediate.dense", intermediate, hidden));
    state.put("down", linear("Linear", prefix + "output.dense", hidden, intermediate));
    return new ScriptValue.Module(BertScript.type("Layer"), state);
  }

  private void putNorm(Map<String, ScriptValue> state, String field, String name)
      throws InputException {
    state.put(field + "_weight", weights.named(name + ".weight", config.hidden()));
    state.put(field + "_bias", weights.named(name + ".bias", config.hidden()));
  }

  /// One product with a matrix three times as tall is faster than three products.
  private ScriptValue queryKeyValue(String prefix) throws InputException {
    int hidden = config.hidden();
    ByteBuffer matrix = allocate(3 * hidden * hidden);
    for (String part : List.of("query", "key", "value")) {
      matrix.put(weights.matrix(prefix + part, hidden, hidden));
    }
    ByteBuffer bias = allocate(3 * hidden);
    bias.put(weights.floats(prefix + "query.bias", hidden));
    bias.put(keyBias(prefix));
    bias.put(weights.floats(prefix + "value.bias", hidden));
    return form.linear("Linear", matrix.flip(), bias.flip(), 3 * hidden, hidden);
  }

  /// A key's bias adds the same to all scores of a query, and the softmax cancels it. In 16 bits it
  /// is left out: where it is large, as in e5-small-v2, rounding beside it would lower the least
  /// cosine to the 32-bit vector from .99997 to .9994.
  private ByteBuffer keyBias(String prefix) throws InputException {
    return switch (form.dtype()) {
      case FLOAT32 -> weights.floats(prefix + "key.bias", config.hidden());
      case BFLOAT16 -> allocate(config.hidden());
    };
  }

  private ScriptValue linear(String type, String name, int out, int in) throws InputException {
    return form.linear(
        type, weights.matrix(name, out, in), weights.floats(name + ".bias", out), out, in);
  }

  private static ByteBuffer allocate(int floats) {
    return ByteBuffer.allocate(floats * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
