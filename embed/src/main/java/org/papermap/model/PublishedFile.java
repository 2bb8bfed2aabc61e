package org.papermap.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file inside a published jar, with the hash that its bytes must have.
///
/// @param group the jar's Maven group
/// @param artifact the jar's Maven artifact
/// @param version the jar's version
/// @param entry the file's path inside the jar
/// @param sha256 of the file's bytes, 64 hexadecimal digits in lower case
public record PublishedFile(
    String group, String artifact, String version, String entry, String sha256)
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
          "address: \"%s\". Give maven:<group>:<artifact>:<version>!/<entry>.".formatted(address));
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
