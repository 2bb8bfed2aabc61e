package org.papermap.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.files.InputException;
import org.papermap.files.Sha256;

/// A file of a model, identified by the hash of its bytes.
public sealed interface ModelFile {
  /// SHA-256 of the file's bytes, 64 hexadecimal digits in lower case.
  String sha256();

  /// A file on this machine, with the hash that it had when its model was described.
  ///
  /// @param beside further files that decide its meaning, such as the sizes of the network
  /// @param sha256 of the file's bytes, and of those beside it; 64 hexadecimal digits in lower case
  /// @param trusted whether the user says that it may be run, if it is a program
  record LocalFile(Path path, List<Path> beside, String sha256, boolean trusted)
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
                + ": a TorchScript archive, which is a program and can do all that you can. Save"
                + " the model as safetensors or ONNX, or add --trust-model if you trust who made"
                + " it.");
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

  /// A file inside a published jar, with the hash that its bytes must have.
  ///
  /// @param group the jar's Maven group
  /// @param artifact the jar's Maven artifact
  /// @param version the jar's version
  /// @param entry the file's path inside the jar
  /// @param sha256 of the file's bytes, 64 hexadecimal digits in lower case
  record PublishedFile(String group, String artifact, String version, String entry, String sha256)
      implements ModelFile {
    // No part may contain a separator or climb out of a folder.
    private static final Pattern ADDRESS =
        Pattern.compile("maven:([\\w.-]+):([\\w.-]+):([\\w.-]+)!/([\\w./-]+)");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    public PublishedFile {
      if (!SHA256.matcher(sha256).matches()) {
        throw new IllegalArgumentException(
            "sha256: \"" + sha256 + "\". Give 64 hexadecimal digits in lower case.");
      }
    }

    /// The file at an address such as `maven:org.example:weights:1.0!/model.onnx`.
    ///
    /// @throws IllegalArgumentException if the address has another form
    public static PublishedFile at(String address, String sha256) {
      Matcher parts = ADDRESS.matcher(address);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "address: \"%s\". Give maven:<group>:<artifact>:<version>!/<entry>."
                .formatted(address));
      }
      return new PublishedFile(
          parts.group(1), parts.group(2), parts.group(3), parts.group(4), sha256);
    }

    /// Another file of the same jar.
    public PublishedFile beside(String otherEntry, String otherSha256) {
      return new PublishedFile(group, artifact, version, otherEntry, otherSha256);
    }

    /// The jar as Maven names it, `group:artifact:version`.
    public String coordinates() {
      return group + ":" + artifact + ":" + version;
    }

    @Override
    public String toString() {
      return coordinates() + "!/" + entry;
    }
  }
}
