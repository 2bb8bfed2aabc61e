package org.papermap.cli.internal.options;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelFolder;
import org.papermap.model.ModelSpec;
import org.papermap.pipeline.SavedMap;
import picocli.CommandLine.Option;

/// `--model` and `--trust-model` of commands that ask a map or an index. The model that made it is
/// looked up by its name in `models.properties`, unless the user names a folder.
public final class MapModelOption {
  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "the folder of the model, where it is not one of models.properties")
  private @Nullable Path model;

  @Option(
      names = "--trust-model",
      description = "run a --model that is a program (TorchScript), which can do all that you can")
  private boolean trusted;

  public Optional<Path> folder() {
    return Optional.ofNullable(model);
  }

  /// The model that a map or an index says it was made with, or else the one in the folder.
  public ModelSpec named(String name) throws IOException {
    return model == null ? Models.named(Models.catalog(), name) : inFolder(model);
  }

  /// An embedder whose vectors may be compared with the map's.
  public Embedder embedder(SavedMap map) throws IOException {
    return model == null ? map.embedder(Models.catalog()) : map.embedder(inFolder(model));
  }

  private ModelSpec inFolder(Path folder) throws IOException {
    ModelSpec read = ModelFolder.read(folder);
    ModelSpec described = trusted ? read.trusted() : read;
    described.requireTrusted();
    return described;
  }
}
