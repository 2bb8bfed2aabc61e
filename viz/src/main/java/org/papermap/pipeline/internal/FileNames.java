package org.papermap.pipeline.internal;

/// Names of files as outputs give them.
public final class FileNames {
  private FileNames() {}

  /// The name without its folders, which differ from machine to machine.
  public static String last(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }
}
