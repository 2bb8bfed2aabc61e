package org.papermap.theme;

import java.nio.file.Path;

/// A theme file has a mistake. The message names the file and the place in it.
public final class ThemeFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ThemeFormatException(Path file, String found) {
    super(file.getFileName() + ": " + found);
  }
}
