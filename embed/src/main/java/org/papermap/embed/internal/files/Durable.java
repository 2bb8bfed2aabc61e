package org.papermap.embed.internal.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Forces files and the names in folders to the disk.
public final class Durable {
  private Durable() {}

  /// Forces what a file holds to the disk.
  public static void force(Path file) throws IOException {
    try (FileChannel bytes = FileChannel.open(file, StandardOpenOption.WRITE)) {
      bytes.force(true);
    }
  }

  /// Forces a folder's list of names to the disk, where the system can.
  public static void sync(Path folder) {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException _) {
      // Windows does not open folders, and some file systems have nothing to force.
    }
  }
}
