package org.papermap.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.files.OutputFile.OutputException;

/// The folder of imported models, vectors and unpacked libraries. It can be deleted at any time,
/// and is made again when needed.
public final class CacheFolder {
  /// The variable of the environment that names the folder.
  public static final String VARIABLE = "PAPERMAP_CACHE";

  /// What may be in it.
  private static final List<String> KEPT =
      List.of("models", "vectors", "engine", "natives", "kernels.txt");

  /// What Java calls the home of a user that the system does not know.
  private static final String NO_HOME = "?";

  private CacheFolder() {}

  /// The folder this process uses: the system property `papermap.cache`, else the environment's
  /// `PAPERMAP_CACHE`, else `papermap` under `XDG_CACHE_HOME`, else `~/.cache/papermap`. It need
  /// not exist yet.
  ///
  /// @throws UncheckedIOException if there is none of these
  public static Path standard() {
    return choose(
        System.getProperty("papermap.cache"),
        System.getenv(VARIABLE),
        System.getenv("XDG_CACHE_HOME"),
        // Java asks the system's list of users, which may lack the user of a container.
        given(System.getenv("HOME")).map(Path::toString).orElse(System.getProperty("user.home")));
  }

  /// Requires that a folder may be used for what is kept: it is not there, or empty, or was used
  /// for that before.
  ///
  /// @throws OutputException if it holds other things alone
  public static void requireOurs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .map(it -> String.valueOf(it.getFileName()))
              .filter(it -> !it.startsWith("."))
              .toList();
      if (!names.isEmpty() && names.stream().noneMatch(KEPT::contains)) {
        throw new OutputException(
            folder,
            "holds other things and nothing that is kept between runs",
            "Set " + VARIABLE + " to a new or an empty folder");
      }
    }
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
        .orElseGet(() -> inHome(home))
        .toAbsolutePath();
  }

  private static Path inHome(String home) {
    if (home.equals(NO_HOME)) {
      throw new UncheckedIOException(
          new IOException(
              "HOME: not set, and this user has no home folder. Set PAPERMAP_CACHE to a folder that"
                  + " you may write to."));
    }
    return Path.of(home, ".cache", "papermap");
  }

  private static Optional<Path> given(@Nullable String folder) {
    return folder == null || folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
  }
}
