package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.embed.internal.json.JsonText;
import org.papermap.files.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the sizes of a network from the `config.json` that Hugging Face's libraries write.
final class BertConfigFile {
  private BertConfigFile() {}

  /// @throws InputException if the importer does not know the network
  static BertConfig read(Path file) throws IOException {
    JsonNode config;
    try {
      config = JsonText.tree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new InputException(file + ": not JSON. Get it again.", e);
    }
    require(file, config, "model_type", "bert", "bert");
    require(file, config, "hidden_act", "gelu", "gelu");
    require(file, config, "position_embedding_type", "absolute", "absolute");
    return new BertConfig(
        number(file, config, "num_hidden_layers"),
        number(file, config, "hidden_size"),
        number(file, config, "intermediate_size"),
        number(file, config, "num_attention_heads"),
        config.path("layer_norm_eps").asDouble(1e-12),
        number(file, config, "vocab_size"),
        number(file, config, "max_position_embeddings"));
  }

  private static void require(
      Path file, JsonNode config, String key, String known, String unlessGiven)
      throws InputException {
    String found = config.path(key).asString(unlessGiven);
    if (!found.equals(known)) {
      throw new InputException(
          "%s: %s is %s, and only %s is known here. Choose another model."
              .formatted(file, key, found, known));
    }
  }

  private static int number(Path file, JsonNode config, String key) throws InputException {
    int number = config.path(key).asInt(0);
    if (number < 1) {
      throw new InputException(file + ": no " + key + ". Get the file again.");
    }
    return number;
  }
}
