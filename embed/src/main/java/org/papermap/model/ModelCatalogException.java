package org.papermap.model;

/// A `models.properties` that cannot be used as it stands, or a model that it does not describe.
/// The message is one line for the person who wrote the file or the name.
public final class ModelCatalogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelCatalogException(String message) {
    super(message);
  }
}
