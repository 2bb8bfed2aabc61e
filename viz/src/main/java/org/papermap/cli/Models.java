package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.model.ModelCatalog;

/// The models the command offers: those of the `models.properties` beside the launcher, which a
/// reader may edit, or else those it was built with.
final class Models {
  private Models() {}

  static ModelCatalog catalog() throws IOException {
    Path beside = Home.file("models.properties");
    return Files.exists(beside) ? ModelCatalog.read(beside) : ModelCatalog.standard();
  }
}
