package org.papermap.embed.weights;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.files.Sha256;

/// What an import wrote: name, size and SHA-256 of each file. It is the last file to be written, so
/// that a folder with a manifest is complete.
record Manifest(List<Line> lines) {
  static final String NAME = "manifest.txt";

  Manifest {
    lines = List.copyOf(lines);
  }

  record Line(String name, long size, String sha256) {}

  static Manifest of(Path folder, List<String> names) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      lines.add(new Line(name, Files.size(file), Sha256.hex(file)));
    }
    return new Manifest(lines);
  }

  /// The manifest in a folder, or empty where there is none that can be read as one.
  static Optional<Manifest> read(Path folder) throws IOException {
    List<String> text;
    try {
      text = Files.readAllLines(folder.resolve(NAME));
    } catch (NoSuchFileException | MalformedInputException _) {
      return Optional.empty();
    }
    List<Line> lines = new ArrayList<>();
    for (String line : text) {
      String[] parts = line.split(" ", 3);
      if (parts.length != 3 || !parts[1].matches("\\d{1,18}")) {
        return Optional.empty();
      }
      lines.add(new Line(parts[2], Long.parseLong(parts[1]), parts[0]));
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new Manifest(lines));
  }

  void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(NAME),
        lines.stream().map(it -> it.sha256 + " " + it.size + " " + it.name).toList());
  }

  /// Whether every file is there in its size: quick enough to list many models.
  boolean sizesHold(Path folder) throws IOException {
    for (Line line : lines) {
      Path file = folder.resolve(line.name);
      if (!Files.isRegularFile(file) || Files.size(file) != line.size) {
        return false;
      }
    }
    return true;
  }

  /// Whether every file is there to the bit.
  boolean contentsHold(Path folder) throws IOException {
    if (!sizesHold(folder)) {
      return false;
    }
    for (Line line : lines) {
      if (!Sha256.hex(folder.resolve(line.name)).equals(line.sha256)) {
        return false;
      }
    }
    return true;
  }
}
