package org.papermap.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.ModelCatalog;
import org.papermap.embed.ModelSpec;
import picocli.CommandLine.Option;

/// `--model`, wherever a command embeds.
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "the embedding model, see 'papermap models' (default: that of models.properties)")
  private @Nullable String name;

  ModelSpec choose() throws IOException {
    ModelCatalog catalog = Models.catalog();
    return name == null ? catalog.defaultModel() : catalog.model(name);
  }

  /// The model that was asked for, or else this one.
  ModelSpec chooseOr(String other) throws IOException {
    return Models.catalog().model(name == null ? other : name);
  }
}
