package org.papermap.model;

/// A file of a model, identified by the hash of its bytes.
public sealed interface ModelFile permits PublishedFile, LocalFile {
  /// SHA-256 of the file's bytes, 64 hexadecimal digits in lower case.
  String sha256();
}
