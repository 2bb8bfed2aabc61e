package org.papermap.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process holds, in MB of 2^20 bytes.
final class Memory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private Memory() {}

  /// What of it is in memory now, libraries and the engine's tensors included; 0 where the system
  /// does not tell.
  static long residentMegabytes() {
    return status("VmRSS:");
  }

  /// The most there has been of it so far.
  static long peakMegabytes() {
    return status("VmHWM:");
  }

  /// What Java holds for its objects, garbage and room for more included.
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
