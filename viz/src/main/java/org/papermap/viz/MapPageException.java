package org.papermap.viz;

import java.io.IOException;

/// A file that should be a map and is not, or not a whole one.
public final class MapPageException extends IOException {
  private static final long serialVersionUID = 1;

  MapPageException(String message) {
    super(message);
  }

  MapPageException(String message, Throwable cause) {
    super(message, cause);
  }
}
