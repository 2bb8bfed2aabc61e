package org.papermap.notebook.internal;

import java.io.IOException;

/// A notebook that cannot be opened or run, or a program that is missing for it. The message is one
/// line for the person at the terminal.
public final class NotebookException extends IOException {
  private static final long serialVersionUID = 1;

  public NotebookException(String message) {
    super(message);
  }
}
