package org.papermap.model;

import java.io.IOException;

/// Weights that cannot be had or cannot be used: not found and not fetchable, of another content
/// than was published, or of an architecture that the importer does not know. The message is one
/// line for the person who asked for the model.
public final class WeightsException extends IOException {
  private static final long serialVersionUID = 1;

  public WeightsException(String message) {
    super(message);
  }

  public WeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
