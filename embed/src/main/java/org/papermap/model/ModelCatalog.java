package org.papermap.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;

/// The models of one `models.properties`, in the order of the file. Immutable.
public final class ModelCatalog {
  private static final String STANDARD = "models.properties";
  private static final String ADVICE = "Write <key> = <value>, or # before a comment";

  private final String where;
  private final List<ModelSpec> models;
  private final ModelSpec defaultModel;

  private ModelCatalog(String where, List<ModelSpec> models, ModelSpec defaultModel) {
    this.where = where;
    this.models = models;
    this.defaultModel = defaultModel;
  }

  /// The catalog that this version of Papermap was built with.
  public static ModelCatalog standard() {
    try (InputStream in = ModelCatalog.class.getResourceAsStream(STANDARD)) {
      if (in == null) {
        throw new IllegalStateException(
            STANDARD + ": not packaged with " + ModelCatalog.class + ". Build the jar again.");
      }
      return parse(STANDARD, Path.of(""), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a catalog: lines `key = value` in UTF-8, `#` before a comment, values optionally in
  /// double quotes. The repository's `models.properties` explains the keys.
  ///
  /// @throws InputException if the file holds an unknown key, lacks one, or gives a value that
  ///   cannot be; the message names file, line, key and value
  /// @throws IOException if the file cannot be read
  public static ModelCatalog read(Path file) throws IOException {
    return of(
        file.toString(), KeyValueFile.read(file, ADVICE), file.toAbsolutePath().resolveSibling(""));
  }

  static ModelCatalog parse(String where, Path base, String text) throws IOException {
    return of(where, KeyValueFile.parse(where, text, ADVICE), base);
  }

  private static ModelCatalog of(String where, KeyValueFile file, Path base) throws IOException {
    CatalogEntries entries = CatalogEntries.of(file, base);
    List<ModelSpec> models = entries.models();
    String name = entries.defaultModel();
    ModelSpec chosen = find(models, name);
    if (chosen == null) {
      throw new InputException(unknown(where, "default = " + name, models));
    }
    return new ModelCatalog(where, models, chosen);
  }

  /// All models.
  public List<ModelSpec> models() {
    return models;
  }

  /// The model that is used when none is asked for.
  public ModelSpec defaultModel() {
    return defaultModel;
  }

  /// Whether there is a model of this name.
  public boolean has(String name) {
    return find(models, name) != null;
  }

  /// The model of this name.
  ///
  /// @throws IllegalArgumentException if there is none; the message lists those there are
  public ModelSpec model(String name) {
    ModelSpec found = find(models, name);
    if (found == null) {
      throw new IllegalArgumentException(unknown(where, "model \"" + name + "\"", models));
    }
    return found;
  }

  private static @Nullable ModelSpec find(List<ModelSpec> models, String name) {
    for (ModelSpec model : models) {
      if (model.name().equals(name)) {
        return model;
      }
    }
    return null;
  }

  private static String unknown(String where, String asked, List<ModelSpec> models) {
    return "%s: %s is not described there. Choose one of %s, or describe it."
        .formatted(where, asked, String.join(", ", models.stream().map(ModelSpec::name).toList()));
  }
}
