package org.papermap.embed;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where imported models, finished vectors and the unpacked libraries of the engine are kept. All
/// of it can be deleted at any time and is made again when needed.
public final class CacheFolder {
  private CacheFolder() {}

  /// The folder this process uses: the system property `papermap.cache`, else the environment's
  /// `PAPERMAP_CACHE`, else `papermap` under `XDG_CACHE_HOME`, else `~/.cache/papermap`. It need
  /// not exist yet.
  public static Path standard() {
    return choose(
        System.getProperty("papermap.cache"),
        System.getenv("PAPERMAP_CACHE"),
        System.getenv("XDG_CACHE_HOME"),
        // The system's list of users, which Java asks, may not have the user of a container.
        given(System.getenv("HOME")).map(Path::toString).orElse(System.getProperty("user.home")));
  }

  static Path choose(
      @Nullable String property,
      @Nullable String variable,
      @Nullable String xdgCacheHome,
      String home) {
    return given(property)
        .or(() -> given(variable))
        // The XDG specification says to ignore a relative path.
        .or(() -> given(xdgCacheHome).filter(Path::isAbsolute).map(it -> it.resolve("papermap")))
        .orElse(Path.of(home, ".cache", "papermap"))
        .toAbsolutePath();
  }

  private static Optional<Path> given(@Nullable String folder) {
    return folder == null || folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }
}
