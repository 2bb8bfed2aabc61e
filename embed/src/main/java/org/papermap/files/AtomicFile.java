package org.papermap.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files that are there in full or not at all.
public final class AtomicFile {
  private AtomicFile() {}

  /// What a file is to hold.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Puts a file in the place of the one at `target`, if any, once all of it is written. Nothing
  /// changes when writing fails.
  public static void write(Path target, Content content) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    Path name = absolute.getFileName();
    if (folder == null || name == null || Files.isDirectory(absolute)) {
      throw new IOException(target + ": is a folder. Name a file.");
    }
    Files.createDirectories(folder);
    // The process's number keeps two programs apart that write the same file.
    Path half = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half), 1 << 16)) {
        content.writeTo(out);
      }
      Files.move(half, absolute, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DiskFailure.at(target, e);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// Writes a text in UTF-8; half a character, as a cut text may end in, becomes a question mark.
  public static void write(Path target, String text) throws IOException {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
