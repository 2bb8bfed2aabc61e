package org.papermap.embed.internal.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder with its contents.
public final class FileTree {
  private static final int MOST_TRIES = 10;

  private FileTree() {}

  /// Deletes a file, or a folder with all that is in it, if it is there. A link is deleted itself,
  /// and not what it leads to. Another process may be deleting the same at the same time.
  public static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    for (int tries = 1; ; tries++) {
      try {
        for (Path file : entries(folder)) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (DirectoryNotEmptyException e) {
        // Another process has put something into it meanwhile, perhaps in order to delete it too.
        if (tries == MOST_TRIES) {
          throw e;
        }
      }
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
