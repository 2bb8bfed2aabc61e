package org.papermap.pipeline;

import org.papermap.files.InputException;

/// A folder that holds no map, or one that cannot be used as it stands. The message is one line for
/// the person who named the folder.
public final class MapFolderException extends InputException {
  private static final long serialVersionUID = 1;

  MapFolderException(String message) {
    super(message);
  }
}
