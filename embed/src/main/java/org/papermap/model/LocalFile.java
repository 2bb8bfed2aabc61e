package org.papermap.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.papermap.files.Sha256;

/// A file on this machine, as it was when its model was described.
///
/// @param beside files that decide what it means, such as the sizes of the network
/// @param sha256 of the file's bytes, and of those beside it; 64 hexadecimal digits in lower case
public record LocalFile(Path path, List<Path> beside, String sha256) implements ModelFile {
  public LocalFile {
    beside = List.copyOf(beside);
  }

  /// The file as it is now; all of it is read.
  public static LocalFile of(Path path, Path... beside) throws IOException {
    String hash = Sha256.hex(path);
    for (Path other : beside) {
      hash = Sha256.hex((hash + Sha256.hex(other)).getBytes(StandardCharsets.US_ASCII));
    }
    return new LocalFile(path, List.of(beside), hash);
  }

  /// Whether it is a TorchScript archive, which the engine loads as it is.
  public boolean isTorchScript() {
    return path.toString().endsWith(".pt");
  }

  public boolean isSafetensors() {
    return path.toString().endsWith(".safetensors");
  }

  /// Makes sure that nothing has changed since.
  public void requireUnchanged() throws IOException {
    if (!of(path, beside.toArray(new Path[0])).equals(this)) {
      throw new WeightsException(path + ": has changed while it was read. Try again.");
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
