package org.papermap.files;

import java.io.IOException;
import java.nio.file.Path;

/// A place that is not written to: it is read, or what is there was made by somebody else. The
/// message is one line for the person who named it.
public final class OutputException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param found what speaks against the place
  /// @param advice what to do, without a full stop
  public OutputException(Path place, String found, String advice) {
    super("%s: %s. %s.".formatted(place.toString().isBlank() ? "''" : place, found, advice));
  }
}
