package org.papermap.cli.internal.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.Embedder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelFolder;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.pipeline.internal.Inputs;
import picocli.CommandLine.Option;

/// `--model`, `--dtype` and `--long`, wherever a command embeds.
public final class ModelOption {
  /// How the address of a model in DJL's collection begins.
  private static final String DOWNLOADED = "djl://";

  @Option(
      names = "--model",
      paramLabel = "ID|DIR|URL",
      description =
          "the embedding model, see 'papermap models', a folder with one as sentence-transformers"
              + " or DJL lay it out, or djl://… (default: that of models.properties)")
  private @Nullable String name;

  @Option(
      names = "--dtype",
      paramLabel = "float32|bfloat16",
      description =
          "the numbers the model calculates with (default: that of models.properties, float32 where"
              + " it says none). bfloat16 is up to twice as fast on some processors; the others"
              + " calculate in float32 and say so. Its vectors are not mixed with the others")
  private @Nullable Dtype dtype;

  @Option(
      names = "--long",
      paramLabel = "truncate|window|full",
      description =
          "texts longer than the model's limit: read their beginning, or all of them in windows, or"
              + " as far as the model has positions (default: that of models.properties)")
  private @Nullable LongTexts longTexts;

  @Option(
      names = "--network",
      description = "let a --model djl://… be fetched from DJL's collection")
  private boolean network;

  @Option(
      names = "--trust-model",
      description =
          "run a --model DIR that is a program (TorchScript, model.pt), which can do all that you"
              + " can; safetensors and ONNX are only read, and need no trust")
  private boolean trusted;

  public boolean isNamed() {
    return name != null;
  }

  /// These files and folders, and the model's own if it is in a folder.
  public Inputs with(List<Path> read) throws IOException {
    List<Path> all = new ArrayList<>(read);
    if (name != null
        && !name.isBlank()
        && !name.startsWith(DOWNLOADED)
        && Files.isDirectory(Path.of(name))) {
      all.add(Path.of(name));
    }
    return Inputs.of(all);
  }

  public ModelSpec choose() throws IOException {
    ModelCatalog catalog = Models.catalog();
    return asked(name == null ? catalog.defaultModel() : named(catalog, name));
  }

  /// The model that was asked for, or else the one that made these vectors.
  ///
  /// @param other its name
  /// @param identity of the vectors, see [org.papermap.embed.Embedder#identity()]
  public ModelSpec chooseOr(String other, String identity) throws IOException {
    ModelCatalog catalog = Models.catalog();
    // The name comes from a file that may be a stranger's, so it is never taken for a folder.
    return asked(
        (name == null ? Models.named(catalog, other) : named(catalog, name)).like(identity));
  }

  /// A model of the catalog, or else the one in a folder of that name.
  private ModelSpec named(ModelCatalog catalog, String name) throws IOException {
    if (name.isBlank()) {
      throw new IllegalArgumentException("--model: names nothing. Give a model or its folder.");
    }
    if (name.startsWith(DOWNLOADED)) {
      if (!network) {
        throw new IllegalArgumentException(
            name + ": lies on the network, which is used only when asked for. Add --network.");
      }
      if (!trusted) {
        throw new IllegalArgumentException(
            name
                + ": a program of somebody else's, which can do all that you can. Add --trust-model"
                + " if you trust who made it.");
      }
      return Embedder.download(name);
    }
    return !catalog.has(name) && Files.isDirectory(Path.of(name))
        ? ModelFolder.read(Path.of(name))
        : catalog.model(name);
  }

  private ModelSpec asked(ModelSpec named) throws IOException {
    ModelSpec model = trusted ? named.trusted() : named;
    model.requireTrusted();
    ModelSpec calculating = dtype == null ? model : model.withDtype(dtype);
    return longTexts == null ? calculating : calculating.withLongTexts(longTexts);
  }
}
