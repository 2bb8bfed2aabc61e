package org.papermap.pipeline;

/// Names of files as outputs give them.
final class FileNames {
  private FileNames() {}

  /// The name without its folders, which differ from machine to machine.
  static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
