package org.papermap.cli.internal.terminal;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command of the command line, with where it writes.
public abstract class Subcommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  protected final CommandSpec spec() {
    return spec;
  }

  /// For results.
  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /// For progress and complaints.
  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// The complaint that the command line is wrong.
  protected final ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
