package org.papermap.cli.internal.options;

import java.nio.file.Path;

/// The folder the launcher stands in, which holds `data/` and `models.properties`.
public final class Home {
  private Home() {}

  /// A file of that folder; of the current folder when the command was started by other means.
  public static Path file(String name) {
    return Path.of(System.getProperty("papermap.home", "")).resolve(name);
  }
}
