package org.papermap.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.papermap.embed.Embedder;
import org.papermap.embed.GivenVectors;
import org.papermap.model.ModelCatalog;

/// One embedder for all libraries of one model.
final class Embedders implements AutoCloseable {
  private final ModelCatalog catalog;
  private final Map<String, Embedder> opened = new HashMap<>();

  private Embedders(ModelCatalog catalog) {
    this.catalog = catalog;
  }

  /// With the models of the `models.properties` beside the launcher, or else those of the build.
  static Embedders open() throws IOException {
    String home = System.getProperty("papermap.home");
    Path beside = home == null ? null : Path.of(home, "models.properties");
    return new Embedders(
        beside != null && Files.exists(beside)
            ? ModelCatalog.read(beside)
            : ModelCatalog.standard());
  }

  /// @param model the name of the model that made some vectors
  /// @param identity everything that decided them
  /// @throws IllegalArgumentException if the catalog has no such model
  synchronized Embedder of(String model, String identity, int dimension) {
    Embedder known = opened.get(identity);
    if (known == null) {
      known =
          GivenVectors.isIdentity(identity)
              ? Embedder.none(identity, dimension)
              : Embedder.open(catalog.model(model).like(identity));
      opened.put(identity, known);
    }
    return known;
  }

  @Override
  public synchronized void close() {
    opened.values().forEach(Embedder::close);
  }
}
