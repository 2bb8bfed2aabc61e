package org.papermap.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;

/// A file on this machine, with the hash that it had when its model was described.
///
/// @param beside further files that decide its meaning, such as the sizes of the network
/// @param sha256 of the file's bytes, and of those beside it; 64 hexadecimal digits in lower case
/// @param trusted whether the user says that it may be run, if it is a program
public record LocalFile(Path path, List<Path> beside, String sha256, boolean trusted)
    implements ModelFile {
  public LocalFile {
    beside = List.copyOf(beside);
  }

  /// A file that nobody has said may be run.
  public LocalFile(Path path, List<Path> beside, String sha256) {
    this(path, beside, sha256, false);
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

  /// The same file, that may be run.
  public LocalFile asTrusted() {
    return new LocalFile(path, beside, sha256, true);
  }

  /// Requires that it is no program, or one that may be run.
  ///
  /// @throws InputException if it is a TorchScript archive, which reads and writes files at its
  ///   will, and is not trusted
  public void requireTrusted() throws InputException {
    if (isTorchScript() && !trusted) {
      throw new InputException(
          path
              + ": a TorchScript archive, which is a program and can do all that you can. Save the"
              + " model as safetensors or ONNX, or add --trust-model if you trust who made it.");
    }
  }

  /// Copies the file as it was described.
  ///
  /// @throws InputException if it has changed since
  public void copyTo(Path copy) throws IOException {
    Files.copy(path, copy);
    requireUnchanged();
    if (Files.mismatch(path, copy) >= 0) {
      throw new InputException(path + ": has changed while it was read. Try again.");
    }
  }

  /// Makes sure that nothing has changed since.
  public void requireUnchanged() throws IOException {
    if (!of(path, beside.toArray(new Path[0])).sha256.equals(sha256)) {
      throw new InputException(path + ": has changed while it was read. Try again.");
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
