package org.papermap.natives;

/// The state of native libraries on this machine.
public enum LibraryState {
  /// Unpacked and unchanged.
  READY,
  /// In a jar; unpacked at the next use, which takes seconds.
  PACKED,
  /// Unpacked, but changed or without a manifest; unpacked anew at the next use.
  DAMAGED,
  /// In a folder that the user has filled, without a manifest.
  GIVEN
}
