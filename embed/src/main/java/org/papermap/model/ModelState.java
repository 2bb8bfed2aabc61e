package org.papermap.model;

/// How near a model is to being used on this machine.
public enum ModelState {
  /// Imported: it loads at once.
  READY,
  /// Its weights are on this machine and will be imported, which takes seconds.
  AVAILABLE,
  /// Its weights will be fetched when it is asked for by name.
  REMOTE,
  /// Imported, but its files are not what the import wrote. Asking for it imports it anew.
  DAMAGED
}
