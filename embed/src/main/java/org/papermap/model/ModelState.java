package org.papermap.model;

/// How near a model is to being used on this machine.
public enum ModelState {
  /// Imported: it loads at once.
  READY,
  /// Its weights are on this machine and will be imported, which takes seconds.
  AVAILABLE,
  /// Its weights are fetched when the user names the model.
  REMOTE,
  /// Imported, but its files have changed since. The next use imports it anew.
  DAMAGED
}
