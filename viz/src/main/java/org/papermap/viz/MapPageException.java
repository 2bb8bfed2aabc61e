package org.papermap.viz;

import org.papermap.files.InputException;

/// A file that should be a map and is not, or not a whole one.
public final class MapPageException extends InputException {
  private static final long serialVersionUID = 1;

  MapPageException(String message) {
    super(message);
  }

  MapPageException(String message, Throwable cause) {
    super(message, cause);
  }
}
