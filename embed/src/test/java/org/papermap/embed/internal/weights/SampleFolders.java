package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;

/// Lays MiniLM's own weights out as others would.
public final class SampleFolders {
  private static final long HIDDEN = 384;
  private static final long INTERMEDIATE = 1536;
  private static final int LAYERS = 6;

  private SampleFolders() {}

  /// As sentence-transformers saves a model, pooled by the mean, of 256 tokens.
  ///
  /// @param prefix what stands before each parameter's name, such as `bert.`
  public static Path huggingFace(Path folder, ModelSpec model, String prefix) throws IOException {
    Files.createDirectories(folder.resolve("1_Pooling"));
    Files.write(folder.resolve("tokenizer.json"), WeightsJar.read(model.tokenizer(), folder));
    writeSafetensors(folder.resolve("model.safetensors"), tensors(weights(model)), prefix);
    Files.writeString(
        folder.resolve("config.json"),
        """
        {"model_type": "bert", "hidden_size": 384, "num_hidden_layers": 6, "hidden_act": "gelu",
         "num_attention_heads": 12, "intermediate_size": 1536, "layer_norm_eps": 1e-12,
         "max_position_embeddings": 512, "vocab_size": 30522, "type_vocab_size": 2}
        """);
    Files.writeString(
        folder.resolve("modules.json"),
        """
        [{"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.Transformer"},
         {"idx": 1, "name": "1", "path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
         {"idx": 2, "name": "2", "path": "2_Normalize",
          "type": "sentence_transformers.models.Normalize"}]
        """);
    Files.writeString(
        folder.resolve("1_Pooling/config.json"),
        """
        {"word_embedding_dimension": 384, "pooling_mode_cls_token": false,
         "pooling_mode_mean_tokens": true, "pooling_mode_max_tokens": false}
        """);
    Files.writeString(
        folder.resolve("sentence_bert_config.json"),
        "{\"max_seq_length\": 256, \"do_lower_case\": false}");
    return folder;
  }

  /// The same model with its keys' biases changed, which changes none of its answers but by
  /// rounding.
  public static Path withKeyBias(Path folder, ModelSpec model, float bias) throws IOException {
    huggingFace(folder, model, "");
    Map<String, Tensor> tensors = tensors(weights(model));
    for (int i = 0; i < LAYERS; i++) {
      ByteBuffer biases = ByteBuffer.allocate((int) HIDDEN * Float.BYTES);
      biases.order(ByteOrder.LITTLE_ENDIAN);
      while (biases.hasRemaining()) {
        biases.putFloat(bias);
      }
      tensors.put(
          "encoder.layer." + i + ".attention.self.key.bias",
          new Tensor(List.of(HIDDEN), biases.flip()));
    }
    writeSafetensors(folder.resolve("model.safetensors"), tensors, "");
    return folder;
  }

  /// As DJL's converter writes a model: the archive takes a mask, and token types too if so asked.
  public static Path torchScript(Path folder, ModelSpec model, boolean types) throws IOException {
    Files.createDirectories(folder);
    Files.write(folder.resolve("tokenizer.json"), WeightsJar.read(model.tokenizer(), folder));
    BertWeights weights = weights(model);
    LinearForm form = new LinearForm(LinearKernel.PORTABLE, Dtype.FLOAT32);
    String inputs =
        types ? "ids: Tensor, mask: Tensor, types: Tensor)" : "ids: Tensor, mask: Tensor)";
    TorchScriptArchive.write(
        folder.resolve("mini.pt"),
        BertModule.of(weights, form),
        BertScript.NAMESPACE,
        BertScript.source(weights.config(), form).replace("ids: Tensor)", inputs));
    Files.writeString(folder.resolve("config.json"), "{\"hidden_size\": 384}");
    Files.writeString(
        folder.resolve("serving.properties"),
        """
        engine=PyTorch
        option.modelName=mini
        option.mapLocation=true
        translatorFactory=ai.djl.huggingface.translator.TextEmbeddingTranslatorFactory
        includeTokenTypes=%s
        maxLength=256
        pooling=mean
        """
            .formatted(types));
    return folder;
  }

  /// An ONNX export in the place where Hugging Face has them.
  public static void onnxInstead(Path folder, ModelSpec model) throws IOException {
    Files.delete(folder.resolve("model.safetensors"));
    Files.createDirectory(folder.resolve("onnx"));
    Files.write(folder.resolve("onnx/model.onnx"), WeightsJar.read(model.weights(), folder));
  }

  private static BertWeights weights(ModelSpec model) throws IOException {
    return BertWeights.of(
        OnnxGraph.read(ByteBuffer.wrap(WeightsJar.read(model.weights(), Path.of("")))));
  }

  private record Tensor(List<Long> shape, ByteBuffer bytes) {}

  private static Map<String, Tensor> tensors(BertWeights weights) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    put(tensors, weights, "embeddings.word_embeddings.weight", 30522, HIDDEN);
    put(tensors, weights, "embeddings.position_embeddings.weight", 512, HIDDEN);
    put(tensors, weights, "embeddings.token_type_embeddings.weight", 2, HIDDEN);
    putNorm(tensors, weights, "embeddings.LayerNorm");
    for (int i = 0; i < LAYERS; i++) {
      String layer = "encoder.layer." + i + ".";
      for (String part : List.of("query", "key", "value")) {
        putLinear(tensors, weights, layer + "attention.self." + part, HIDDEN, HIDDEN);
      }
      putLinear(tensors, weights, layer + "attention.output.dense", HIDDEN, HIDDEN);
      putNorm(tensors, weights, layer + "attention.output.LayerNorm");
      putLinear(tensors, weights, layer + "intermediate.dense", INTERMEDIATE, HIDDEN);
      putLinear(tensors, weights, layer + "output.dense", HIDDEN, INTERMEDIATE);
      putNorm(tensors, weights, layer + "output.LayerNorm");
    }
    return tensors;
  }

  private static void putLinear(
      Map<String, Tensor> tensors, BertWeights weights, String name, long out, long in)
      throws IOException {
    tensors.put(
        name + ".weight", new Tensor(List.of(out, in), weights.matrix(name, (int) out, (int) in)));
    put(tensors, weights, name + ".bias", out);
  }

  private static void putNorm(Map<String, Tensor> tensors, BertWeights weights, String name)
      throws IOException {
    put(tensors, weights, name + ".weight", HIDDEN);
    put(tensors, weights, name + ".bias", HIDDEN);
  }

  private static void put(
      Map<String, Tensor> tensors, BertWeights weights, String name, long... shape)
      throws IOException {
    List<Long> sizes = java.util.Arrays.stream(shape).boxed().toList();
    tensors.put(name, new Tensor(sizes, weights.floats(name, shape)));
  }

  private static void writeSafetensors(Path file, Map<String, Tensor> tensors, String prefix)
      throws IOException {
    StringBuilder header = new StringBuilder("{\"__metadata__\":{\"format\":\"pt\"}");
    long offset = 0;
    for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
      long end = offset + each.getValue().bytes.remaining();
      header.append(
          ",\"%s%s\":{\"dtype\":\"F32\",\"shape\":%s,\"data_offsets\":[%d,%d]}"
              .formatted(prefix, each.getKey(), each.getValue().shape, offset, end));
      offset = end;
    }
    byte[] text = header.append('}').toString().getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).array());
      out.write(text);
      for (Tensor tensor : tensors.values()) {
        byte[] bytes = new byte[tensor.bytes.remaining()];
        tensor.bytes.get(bytes);
        out.write(bytes);
      }
    }
  }
}
