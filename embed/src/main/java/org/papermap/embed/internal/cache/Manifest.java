package org.papermap.embed.internal.cache;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.files.Sha256;

/// The list of a folder's files: name, size and SHA-256. It is written last, so that a folder with
/// a manifest is complete.
public record Manifest(List<Line> lines) {
  static final String NAME = "manifest.txt";

  /// Copies the list.
  public Manifest {
    lines = List.copyOf(lines);
  }

  /// A file.
  ///
  /// @param name relative to the folder
  /// @param size in bytes
  /// @param sha256 in 64 hexadecimal digits
  public record Line(String name, long size, String sha256) {}

  /// The manifest of files in a folder.
  public static Manifest of(Path folder, List<String> names) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (String name : names) {
      Path file = folder.resolve(name);
      lines.add(new Line(name, Files.size(file), Sha256.hex(file)));
    }
    return new Manifest(lines);
  }

  /// The manifest in a folder; empty where none can be read.
  public static Optional<Manifest> read(Path folder) throws IOException {
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

  /// Writes it beside its files.
  public void write(Path folder) throws IOException {
    Files.write(
        folder.resolve(NAME),
        lines.stream().map(it -> it.sha256 + " " + it.size + " " + it.name).toList());
  }

  /// Deletes a folder's manifest, which makes the folder incomplete.
  public static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  /// Whether every file has its size: quick enough for every start.
  public boolean sizesHold(Path folder) throws IOException {
    for (Line line : lines) {
      Path file = folder.resolve(line.name);
      if (!Files.isRegularFile(file) || Files.size(file) != line.size) {
        return false;
      }
    }
    return true;
  }

  /// Whether every byte of every file is right.
  public boolean contentsHold(Path folder) throws IOException {
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
