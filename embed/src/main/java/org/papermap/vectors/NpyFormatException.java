package org.papermap.vectors;

/// A `.npy` file that does not hold vectors as they are needed. The message is one line for the
/// person who made the file.
public final class NpyFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public NpyFormatException(String message) {
    super(message);
  }
}
