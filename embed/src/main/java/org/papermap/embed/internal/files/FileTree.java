package org.papermap.embed.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder with its contents.
public final class FileTree {
  private FileTree() {}

  /// Deletes a file, or a folder with all that is in it, if it is there. Of a link the link itself
  /// is deleted. Somebody else may be deleting it at the same time.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (Path file : entries(folder)) {
      Files.deleteIfExists(file);
    }
  }

  /// What is to be deleted, in an order that it can be deleted in.
  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return entries(folder);
      }
      throw e.getCause();
    }
  }
}
