package org.papermap.pipeline.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Temporary folders that other programs work in.
public final class Folders {
  private static final int MOST_TRIES = 100;
  private static final int PAUSE = 50; // milliseconds

  private Folders() {}

  /// Deletes a folder with all that is in it. A program that is ending may still write there, so
  /// deleting is tried for some seconds.
  public static void delete(Path folder) throws IOException {
    for (int tries = 1; ; tries++) {
      try (Stream<Path> files = Files.walk(folder)) {
        List<Path> innermostLast = files.toList();
        for (Path file : innermostLast.reversed()) {
          Files.deleteIfExists(file);
        }
        return;
      } catch (DirectoryNotEmptyException | UncheckedIOException e) {
        if (tries == MOST_TRIES) {
          throw new IOException(folder + ": could not be deleted. Delete it.", e);
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
