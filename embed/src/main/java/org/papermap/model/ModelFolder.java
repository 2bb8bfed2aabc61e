package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.papermap.files.InputException;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.model.ModelSpec.Pooling;

/// Describes a model by what lies in a folder of the user's own. Two layouts are known: that of
/// sentence-transformers and Hugging Face (`model.safetensors` or an ONNX export, `config.json`,
/// `tokenizer.json`, and what says how to pool and prompt), and that of DJL's converter (a
/// TorchScript archive, `tokenizer.json`, `serving.properties`). Of the latter only the archive is
/// used, and only when the model is [ModelSpec#trusted]: it is a program. Nothing else in a folder
/// is ever run.
public final class ModelFolder {
  /// DJL's limit where the settings give none.
  private static final int DJL_TOKENS = 512;

  static final String LICENCE = "not stated";

  private ModelFolder() {}

  /// The model in a folder, under the folder's name. Reads all of its weights once, for their hash.
  ///
  /// @throws InputException if there is no model there, or one with an unknown pooling, prompt or
  ///   architecture; the message names it
  /// @throws IOException if a file cannot be read
  public static ModelSpec read(Path folder) throws IOException {
    return read(folder, String.valueOf(folder.toRealPath().getFileName()));
  }

  /// The same, under a given name.
  public static ModelSpec read(Path folder, String name) throws IOException {
    Path place = folder.toRealPath();
    return TorchScriptFolder.isOne(place)
        ? torchScript(place, name)
        : HuggingFaceFolder.read(place, name);
  }

  /// Whether the TorchScript archive in a folder takes token types beside ids and mask.
  public static boolean takesTokenTypes(Path folder) throws IOException {
    return TorchScriptFolder.read(folder).takesTokenTypes();
  }

  static LocalFile tokenizer(Path folder) throws IOException {
    Path file = folder.resolve("tokenizer.json");
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file + ": not there. Save the model's fast tokenizer into the folder.");
    }
    return LocalFile.of(file);
  }

  private static ModelSpec torchScript(Path folder, String name) throws IOException {
    TorchScriptFolder archive = TorchScriptFolder.read(folder);
    Path settings = folder.resolve(TorchScriptFolder.SETTINGS);
    int limit = number(settings, archive.setting("maxLength"), DJL_TOKENS);
    return new ModelSpec(
        name,
        archive.archive(),
        tokenizer(folder),
        archive.setting("dimension").isPresent()
            ? number(settings, archive.setting("dimension"), 0)
            : hiddenSize(folder),
        limit,
        pooling(settings, archive.setting("pooling").orElse("mean")),
        "",
        "",
        LICENCE,
        Dtype.FLOAT32,
        limit,
        LongTexts.TRUNCATE);
  }

  private static int hiddenSize(Path folder) throws IOException {
    Path config = folder.resolve("config.json");
    int size = Files.isRegularFile(config) ? JsonSettings.read(config).number("hidden_size", 0) : 0;
    if (size < 1) {
      throw new InputException(
          config
              + ": no hidden_size. Put the model's config.json there, or dimension=N into "
              + TorchScriptFolder.SETTINGS
              + ".");
    }
    return size;
  }

  private static int number(Path file, Optional<String> value, int otherwise)
      throws InputException {
    if (value.isEmpty()) {
      return otherwise;
    }
    if (!value.get().matches("[1-9]\\d{0,6}")) {
      throw new InputException("%s: \"%s\". Give a whole number.".formatted(file, value.get()));
    }
    return Integer.parseInt(value.get());
  }

  /// @param mode as sentence-transformers or DJL name it
  static Pooling pooling(Path file, String mode) throws InputException {
    return switch (mode) {
      // Dividing by the root of the length changes the vector's length only, and vectors are scaled
      // to length one here.
      case "mean", "mean_tokens", "mean_sqrt_len", "mean_sqrt_len_tokens" -> Pooling.MEAN;
      case "cls", "cls_token" -> Pooling.CLS;
      default ->
          throw new InputException(
              "%s: pooling %s. Choose a model that pools by mean or cls.".formatted(file, mode));
    };
  }
}
