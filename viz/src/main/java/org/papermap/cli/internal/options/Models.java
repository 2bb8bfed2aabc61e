package org.papermap.cli.internal.options;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;

/// The models the command offers: those of the `models.properties` beside the launcher, which a
/// reader may edit, or else those it was built with.
public final class Models {
  private Models() {}

  /// The model that an index or a map says it was made with.
  ///
  /// @throws IllegalArgumentException if the catalog does not have it
  public static ModelSpec named(ModelCatalog catalog, String name) {
    if (!catalog.has(name)) {
      throw new IllegalArgumentException(
          "model %s: made the vectors, and is not in models.properties. Name its folder by --model."
              .formatted(name));
    }
    return catalog.model(name);
  }

  public static ModelCatalog catalog() throws IOException {
    Path beside = Home.file("models.properties");
    return Files.exists(beside) ? ModelCatalog.read(beside) : ModelCatalog.standard();
  }
}
