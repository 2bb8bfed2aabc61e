package org.papermap.embed.internal.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The file systems that a process sees, as Linux lists them: device, place, type and options.
public record MountTable(List<String> lines) {
  private static final Path LINUX = Path.of("/proc/self/mounts");

  public MountTable {
    lines = List.copyOf(lines);
  }

  /// The table of this process; empty on systems other than Linux.
  public static MountTable ofThisProcess() throws IOException {
    return new MountTable(Files.isReadable(LINUX) ? Files.readAllLines(LINUX) : List.of());
  }

  /// Whether no program may run from a folder's file system; false if that is not known.
  ///
  /// @param folder without links in its path
  public boolean isNoexec(Path folder) {
    Optional<String[]> nearest = Optional.empty();
    int depth = -1;
    for (String line : lines) {
      String[] parts = line.split(" ");
      if (parts.length < 4) {
        continue;
      }
      Path place = Path.of(unescaped(parts[1]));
      // The later of two mounts at one place hides the other.
      if (folder.startsWith(place) && place.getNameCount() >= depth) {
        nearest = Optional.of(parts);
        depth = place.getNameCount();
      }
    }
    return nearest.filter(it -> List.of(it[3].split(",")).contains("noexec")).isPresent();
  }

  private static String unescaped(String place) {
    return place
        .replace("\\040", " ")
        .replace("\\011", "\t")
        .replace("\\012", "\n")
        .replace("\\134", "\\");
  }
}
