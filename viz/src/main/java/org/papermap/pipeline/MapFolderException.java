package org.papermap.pipeline;

import java.io.IOException;

/// A folder that holds no map, or one that cannot be used as it stands. The message is one line for
/// the person who named the folder.
public final class MapFolderException extends IOException {
  private static final long serialVersionUID = 1;

  MapFolderException(String message) {
    super(message);
  }
}
