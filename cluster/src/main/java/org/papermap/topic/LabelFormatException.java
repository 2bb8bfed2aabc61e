package org.papermap.topic;

import java.nio.file.Path;

/// A label file has a mistake. The message names the file and the place in it.
public final class LabelFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LabelFormatException(Path file, String found) {
    super(file.getFileName() + ": " + found);
  }
}
