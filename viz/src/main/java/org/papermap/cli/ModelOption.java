package org.papermap.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.ModelCatalog;
import org.papermap.embed.ModelSpec;
import org.papermap.embed.weights.Dtype;
import org.papermap.search.IndexHeader;
import picocli.CommandLine.Option;

/// `--model`, wherever a command embeds.
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "ID",
      description =
          "the embedding model, see 'papermap models' (default: that of models.properties)")
  private @Nullable String name;

  @Option(
      names = "--dtype",
      paramLabel = "float32|bfloat16",
      description =
          "the numbers the model calculates with (default: that of models.properties, float32 where"
              + " it says none). bfloat16 is about twice as fast on processors that know it, and"
              + " its vectors are not mixed with the others")
  private @Nullable Dtype dtype;

  ModelSpec choose() throws IOException {
    ModelCatalog catalog = Models.catalog();
    return in(name == null ? catalog.defaultModel() : catalog.model(name));
  }

  /// The model that was asked for, or else the one that made an index.
  ModelSpec chooseOr(IndexHeader made) throws IOException {
    ModelSpec chosen = Models.catalog().model(name == null ? made.model() : name);
    return in(chosen.like(made.identity()));
  }

  private ModelSpec in(ModelSpec model) {
    return dtype == null ? model : model.withDtype(dtype);
  }
}
