package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.papermap.files.InputException;
import org.papermap.model.ModelFile.LocalFile;

/// A folder as DJL's converter writes it: a TorchScript archive, `tokenizer.json`, and a
/// `serving.properties` that says how to use them.
record TorchScriptFolder(Path folder, Properties settings) {
  /// The file of settings.
  static final String SETTINGS = "serving.properties";

  /// Whether a folder has this layout.
  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(SETTINGS));
  }

  /// Reads the settings.
  static TorchScriptFolder read(Path folder) throws IOException {
    Properties settings = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve(SETTINGS))) {
      settings.load(reader);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          folder.resolve(SETTINGS) + ": cannot be read (" + e.getMessage() + "). Correct it.");
    }
    return new TorchScriptFolder(folder, settings);
  }

  /// A setting, whether it is given to the engine or to the translator of texts.
  Optional<String> setting(String key) {
    String value = settings.getProperty(key, settings.getProperty("option." + key));
    return Optional.ofNullable(value).map(String::strip).filter(it -> !it.isEmpty());
  }

  /// The archive, with the settings beside it.
  ///
  /// @throws InputException if it is missing, is for another engine, or has layers after pooling
  LocalFile archive() throws IOException {
    String engine = setting("engine").orElse("PyTorch");
    if (!engine.equalsIgnoreCase("PyTorch")) {
      throw refused("engine=" + engine, "Papermap runs PyTorch models");
    }
    for (String layer : new String[] {"dense", "layerNorm"}) {
      if (setting(layer).isPresent()) {
        throw refused(layer + "=" + setting(layer).get(), "Layers after pooling are not known");
      }
    }
    Path archive = folder.resolve(archiveName() + ".pt");
    if (!Files.isRegularFile(archive)) {
      throw new InputException(archive + ": not there. Convert the model again.");
    }
    return LocalFile.of(archive, folder.resolve(SETTINGS));
  }

  private String archiveName() {
    String folderName = Objects.toString(folder.toAbsolutePath().normalize().getFileName(), "");
    return setting("modelName")
        .orElse(Files.exists(folder.resolve(folderName + ".pt")) ? folderName : "model");
  }

  private InputException refused(String found, String why) {
    return new InputException(
        "%s: %s. %s; choose another model.".formatted(folder.resolve(SETTINGS), found, why));
  }

  /// Whether the archive also takes token types, which are all 0 here.
  boolean takesTokenTypes() {
    return setting("includeTokenTypes")
        .map(it -> it.toLowerCase(Locale.ROOT))
        .orElse("")
        .equals("true");
  }
}
