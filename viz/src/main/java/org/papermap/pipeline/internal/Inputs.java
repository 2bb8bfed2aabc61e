package org.papermap.pipeline.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.files.OutputFile.OutputException;

/// What a run reads. Nothing of it may be written over, by whatever path: through links of either
/// kind, or in other letters where the file system does not tell them apart. Immutable.
public final class Inputs {
  private final List<Path> folders;
  private final List<Path> files;

  /// What the system knows files by, whatever their paths; none where it does not tell.
  private final Map<Path, Object> keys = new HashMap<>();

  private Inputs(List<Path> folders, List<Path> files) throws IOException {
    this.folders = List.copyOf(folders);
    this.files = List.copyOf(files);
    for (Path file : files) {
      Object key = key(file);
      if (key != null) {
        keys.put(file, key);
      }
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  /// Files, and folders with the files that are in them. What is not there is left out; who reads
  /// it will tell.
  public static Inputs of(Collection<Path> named) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        folders.add(path);
        try (Stream<Path> entries = Files.list(path)) {
          entries.filter(Files::isRegularFile).forEach(files::add);
        }
      } else if (Files.exists(path)) {
        files.add(path);
      }
    }
    return new Inputs(folders, files);
  }

  /// Requires that a file is none of those read, nor in a folder that is read.
  ///
  /// @throws OutputException if it is
  public void requireApart(Path file) throws IOException {
    if (Files.exists(file)) {
      Object key = key(file);
      for (Path input : files) {
        if (key == null ? Files.isSameFile(input, file) : key.equals(keys.get(input))) {
          throw new OutputException(
              file, "the same file as the input " + input, "Name another output");
        }
      }
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      requireOtherFolder(file, folder);
    }
  }

  /// The same for several files that go into a folder.
  public void requireApart(Path folder, Collection<String> names) throws IOException {
    requireOtherFolder(folder, folder);
    for (String name : names) {
      requireApart(folder.resolve(name));
    }
  }

  private void requireOtherFolder(Path output, Path folder) throws IOException {
    for (Path input : folders) {
      if (Files.isDirectory(folder) && Files.isSameFile(input, folder)) {
        throw new OutputException(
            output,
            output.equals(folder) ? "an input" : "in the input " + input,
            "Name an output outside of it");
      }
    }
  }
}
