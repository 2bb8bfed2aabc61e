package org.papermap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process holds, in MB of 2^20 bytes.
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Memory() {}

  /// The resident size now, libraries and the engine's tensors included; 0 where the system does
  /// not tell.
  static long residentMegabytes() {
    return status("VmRSS:");
  }

  /// The largest resident size so far.
  static long peakMegabytes() {
    return status("VmHWM:");
  }

  /// The size of Java's heap, garbage and free space included.
  static long heldHeapMegabytes() {
    return Runtime.getRuntime().totalMemory() >> 20;
  }

  private static long status(String name) {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
        }
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
