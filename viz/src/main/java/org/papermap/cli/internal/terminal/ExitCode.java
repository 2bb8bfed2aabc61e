package org.papermap.cli.internal.terminal;

/// What the command's exit status means.
public final class ExitCode {
  /// Done.
  public static final int OK = 0;

  /// It could not be done here: a disk, a library, the engine.
  public static final int FAILED = 1;

  /// The command line is wrong.
  public static final int USAGE = 2;

  /// A file that was given is wrong.
  public static final int BAD_INPUT = 3;

  private ExitCode() {}
}
