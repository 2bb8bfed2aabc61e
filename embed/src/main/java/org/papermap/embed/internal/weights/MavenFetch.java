package org.papermap.embed.internal.weights;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.papermap.model.ModelFile.PublishedFile;

/// Downloads a jar with the installed Maven, which respects the user's settings, mirrors, proxies
/// and local repository.
final class MavenFetch {
  private static final String GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  /// A jar of weights is about 100 MB; this allows for a slow line.
  private static final long TIMEOUT_MINUTES = 30;

  private MavenFetch() {}

  static String jarName(PublishedFile file) {
    return file.artifact() + "-" + file.version() + ".jar";
  }

  /// Copies the jar that holds `file` into `folder` and gives its path.
  ///
  /// @param path folders to look for Maven in, as in the environment's `PATH`
  /// @throws IOException if Maven is not installed or fails
  static Path jarOf(PublishedFile file, Path folder, String path) throws IOException {
    Path maven =
        executable(path)
            .orElseThrow(() ->
                new IOException(
                    "%s: not on this machine, and mvn is not installed to fetch it. Install Maven, or put the jar on the class path."
                        .formatted(file.coordinates())));
    Files.createDirectories(folder);
    run(file, command(maven, file, folder), folder);
    Path jar = folder.resolve(jarName(file));
    if (!Files.isRegularFile(jar)) {
      throw new IOException(
          "%s: Maven ended without it. Try mvn yourself.".formatted(file.coordinates()));
    }
    return jar;
  }

  private static List<String> command(Path maven, PublishedFile file, Path folder) {
    List<String> command =
        new ArrayList<>(
            List.of(
                maven.toString(),
                "--batch-mode",
                "--quiet",
                "--strict-checksums",
                GOAL,
                "-Dartifact=" + file.coordinates(),
                "-DoutputDirectory=" + folder));
    String repository = System.getProperty("maven.repo.local");
    if (repository != null) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    return command;
  }

  private static void run(PublishedFile file, List<String> command, Path folder)
      throws IOException {
    Path log = folder.resolve("maven.log");
    Process process =
        new ProcessBuilder(command)
            // Away from any project, whose pom.xml would be used.
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(TIMEOUT_MINUTES, TimeUnit.MINUTES)) {
        process.destroy();
        throw new IOException(
            "%s: mvn did not end in %d minutes. Try again with a better connection."
                .formatted(file.coordinates(), TIMEOUT_MINUTES));
      }
    } catch (InterruptedException _) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException(file.coordinates() + ": interrupted while fetched. Try again.");
    }
    if (process.exitValue() != 0) {
      throw new IOException(
          "%s: mvn could not fetch it (%s). Check the connection and Maven's settings."
              .formatted(file.coordinates(), firstError(log)));
    }
  }

  /// The first error of Maven's output.
  private static String firstError(Path log) throws IOException {
    String output = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return output
        .lines()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.substring("[ERROR]".length()).strip())
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse("no message");
  }

  private static Optional<Path> executable(String path) {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    String name = windows ? "mvn.cmd" : "mvn";
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isExecutable(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
