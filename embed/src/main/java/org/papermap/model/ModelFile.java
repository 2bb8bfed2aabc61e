package org.papermap.model;

/// A file that a model is made of, known by what its bytes hash to.
public sealed interface ModelFile permits PublishedFile, LocalFile {
  /// SHA-256 of the file's bytes, 64 hexadecimal digits in lower case.
  String sha256();
}
