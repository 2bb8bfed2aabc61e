package org.papermap.natives;

/// How near native libraries are to being loaded on this machine.
public enum LibraryState {
  /// Unpacked, and as they were unpacked.
  READY,
  /// They lie in a jar and will be unpacked, which takes seconds.
  PACKED,
  /// Unpacked, but not what their manifest tells, or without one. They will be unpacked anew.
  DAMAGED,
  /// In a folder of the user's own that has no manifest.
  GIVEN
}
