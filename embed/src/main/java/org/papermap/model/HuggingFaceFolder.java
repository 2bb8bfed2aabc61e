package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.files.InputException;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.model.ModelSpec.Pooling;
import tools.jackson.databind.JsonNode;

/// A model folder of sentence-transformers, or of Hugging Face's transformers without pooling,
/// where the mean is taken as sentence-transformers would.
final class HuggingFaceFolder {
  /// Tokenizer settings write a huge number for no limit.
  private static final int NO_LIMIT = 1_000_000;

  private static final String POOLING_MODE = "pooling_mode_";

  private final Path folder;

  /// Where the network itself is: the folder, or one inside it.
  private final Path network;

  private final Optional<Path> pooling;

  private HuggingFaceFolder(Path folder, Path network, Optional<Path> pooling) {
    this.folder = folder;
    this.network = network;
    this.pooling = pooling;
  }

  static ModelSpec read(Path folder, String name) throws IOException {
    return open(folder).model(name);
  }

  /// Reads `modules.json`, the steps that a text goes through.
  private static HuggingFaceFolder open(Path folder) throws IOException {
    Path network = folder;
    Optional<Path> pooling = Optional.empty();
    JsonSettings modules = JsonSettings.readIfThere(folder.resolve("modules.json"));
    for (JsonNode module : modules.root()) {
      String type = module.path("type").asString("");
      String kind = type.substring(type.lastIndexOf('.') + 1);
      Path place = folder.resolve(module.path("path").asString("")).normalize();
      if (!place.startsWith(folder.normalize())) {
        throw new InputException(
            "%s: a module outside of the folder. Choose a model that is in one folder."
                .formatted(modules.file()));
      }
      switch (kind) {
        case "Transformer" -> network = place;
        case "Pooling" -> pooling = Optional.of(place.resolve("config.json"));
        // Vectors have unit length here in any case.
        case "Normalize" -> {}
        default ->
            throw new InputException(
                "%s: a module %s. Choose a model of Transformer, Pooling and Normalize alone."
                    .formatted(modules.file(), kind));
      }
    }
    return new HuggingFaceFolder(folder, network, pooling);
  }

  private ModelSpec model(String name) throws IOException {
    Path configFile = network.resolve("config.json");
    if (!Files.isRegularFile(configFile)) {
      throw new InputException(
          configFile
              + ": not there. Name a folder with a model as Hugging Face or DJL lay it out.");
    }
    JsonSettings config = JsonSettings.read(configFile);
    requireBert(config);
    int positions = config.number("max_position_embeddings", 0);
    int limit = limit(positions);
    JsonSettings prompts =
        JsonSettings.readIfThere(folder.resolve("config_sentence_transformers.json"));
    return new ModelSpec(
        name,
        weights(configFile),
        ModelFolder.tokenizer(network),
        config.number("hidden_size", 0),
        limit,
        pooling(),
        prompt(prompts, "query"),
        prompt(prompts, "document", "passage", "corpus"),
        ModelFolder.LICENCE,
        Dtype.FLOAT32,
        Math.max(positions, limit),
        LongTexts.TRUNCATE);
  }

  private static void requireBert(JsonSettings config) throws InputException {
    String type = config.text("model_type").orElse("none");
    if (!type.equals("bert")) {
      throw new InputException(
          "%s: model_type %s. Choose a model of type bert; others are not known."
              .formatted(config.file(), type));
    }
    if (config.number("hidden_size", 0) < 1 || config.number("max_position_embeddings", 0) < 1) {
      throw new InputException(
          config.file() + ": no hidden_size or max_position_embeddings. Get the file again.");
    }
  }

  private LocalFile weights(Path config) throws IOException {
    for (String name : List.of("model.safetensors", "onnx/model.onnx", "model.onnx")) {
      Path file = network.resolve(name);
      if (Files.isRegularFile(file)) {
        return LocalFile.of(file, config);
      }
    }
    throw new InputException(
        network
            + ": neither model.safetensors nor onnx/model.onnx in one piece. Save the model as one"
            + " of them.");
  }

  /// The token limit that the model was used with, at most its number of positions.
  private int limit(int positions) throws IOException {
    JsonSettings sentence = JsonSettings.readIfThere(network.resolve("sentence_bert_config.json"));
    requireCaseKept(sentence);
    int tokenizerLimit =
        JsonSettings.readIfThere(network.resolve("tokenizer_config.json"))
            .number("model_max_length", NO_LIMIT);
    int limit = Math.min(positions, sentence.number("max_seq_length", tokenizerLimit));
    if (limit <= ModelSpec.SPECIAL_TOKENS) {
      throw new InputException(
          "%s: a limit of %d tokens. Correct max_seq_length.".formatted(sentence.file(), limit));
    }
    return limit;
  }

  /// Lowercasing texts first changes nothing where the tokenizer lowercases anyway.
  private void requireCaseKept(JsonSettings sentence) throws IOException {
    if (sentence.isTrue("do_lower_case")) {
      JsonNode normalizer =
          JsonSettings.readIfThere(network.resolve("tokenizer.json")).root().path("normalizer");
      if (!normalizer.path("lowercase").asBoolean(false)) {
        throw new InputException(
            sentence.file()
                + ": do_lower_case with a tokenizer that keeps capitals. Choose another model.");
      }
    }
  }

  private Pooling pooling() throws IOException {
    if (pooling.isEmpty()) {
      return Pooling.MEAN;
    }
    JsonSettings settings = JsonSettings.read(pooling.get());
    List<String> modes = new ArrayList<>();
    settings.text("pooling_mode").ifPresent(modes::add);
    settings
        .root()
        .forEachEntry((key, value) -> {
          if (key.startsWith(POOLING_MODE) && value.asBoolean(false)) {
            modes.add(key.substring(POOLING_MODE.length()));
          }
        });
    if (!settings.root().path("include_prompt").asBoolean(true)) {
      throw new InputException(
          settings.file()
              + ": include_prompt false. Choose a model that pools over the prompt too.");
    }
    return ModelFolder.pooling(settings.file(), String.join(" and ", modes));
  }

  /// The first prompt of these names, or else the model's default prompt.
  private static String prompt(JsonSettings settings, String... names) {
    JsonNode prompts = settings.root().path("prompts");
    for (String name : names) {
      if (prompts.path(name).isString()) {
        return prompts.path(name).stringValue();
      }
    }
    return settings
        .text("default_prompt_name")
        .map(name -> prompts.path(name).asString(""))
        .orElse("");
  }
}
