package org.papermap.cli;

/// What the command's exit status means.
final class ExitCode {
  /// Done.
  static final int OK = 0;

  /// It could not be done here: a disk, a library, the engine.
  static final int FAILED = 1;

  /// The command line is wrong.
  static final int USAGE = 2;

  /// A file that was given is wrong.
  static final int BAD_INPUT = 3;

  private ExitCode() {}
}
