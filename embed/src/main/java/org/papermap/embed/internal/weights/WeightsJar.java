package org.papermap.embed.internal.weights;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;
import org.papermap.model.ModelFile;
import org.papermap.model.ModelFile.LocalFile;
import org.papermap.model.ModelFile.PublishedFile;

/// Finds a published file: on the class path, else in the local Maven repository, else by Maven.
final class WeightsJar {
  private WeightsJar() {}

  /// Whether the file is on this machine.
  static boolean isHere(ModelFile file) {
    return switch (file) {
      case LocalFile local -> Files.isRegularFile(local.path());
      case PublishedFile published -> isHere(published);
    };
  }

  private static boolean isHere(PublishedFile file) {
    return onClassPath(file).isPresent() || Files.isRegularFile(inLocalRepository(file));
  }

  /// The file's bytes, checked against its hash.
  ///
  /// @param downloads a folder that may be created for a fetched jar
  /// @throws InputException if the file has another hash than published
  static byte[] read(ModelFile file, Path downloads) throws IOException {
    return switch (file) {
      case LocalFile local -> checked(local, Files.readAllBytes(local.path()));
      case PublishedFile published -> read(published, downloads);
    };
  }

  private static byte[] read(PublishedFile file, Path downloads) throws IOException {
    Optional<URL> resource = onClassPath(file);
    if (resource.isPresent()) {
      try (InputStream in = resource.get().openStream()) {
        return checked(file, in.readAllBytes());
      }
    }
    Path local = inLocalRepository(file);
    Path jar =
        Files.isRegularFile(local)
            ? local
            : MavenFetch.jarOf(
                file, downloads, Objects.requireNonNullElse(System.getenv("PATH"), ""));
    return readEntry(jar, file);
  }

  private static Optional<URL> onClassPath(PublishedFile file) {
    return Optional.ofNullable(WeightsJar.class.getClassLoader().getResource(file.entry()));
  }

  private static byte[] readEntry(Path jar, PublishedFile file) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(file.entry());
      if (entry == null) {
        throw new InputException(
            "%s: no entry %s. Correct the model's source.".formatted(jar, file.entry()));
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return checked(file, in.readAllBytes());
      }
    }
  }

  /// The bytes, if they have the published hash.
  private static byte[] checked(ModelFile file, byte[] bytes) throws InputException {
    String found = Sha256.hex(bytes);
    if (!found.equals(file.sha256())) {
      throw new InputException(
          "%s: SHA-256 is %s, but %s was expected. Get the jar again, or correct the model's hash."
              .formatted(file, found, file.sha256()));
    }
    return bytes;
  }

  /// The jar's place in Maven's default repository. Where settings say otherwise, Maven is asked.
  private static Path inLocalRepository(PublishedFile file) {
    String chosen = System.getProperty("maven.repo.local");
    Path repository =
        chosen == null
            ? Path.of(System.getProperty("user.home"), ".m2", "repository")
            : Path.of(chosen);
    return repository
        .resolve(file.group().replace('.', '/'))
        .resolve(file.artifact())
        .resolve(file.version())
        .resolve(MavenFetch.jarName(file));
  }
}
