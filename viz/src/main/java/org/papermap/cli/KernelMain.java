package org.papermap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.notebook.internal.kernel.Kernel;

/// The process behind a notebook. Jupyter starts it with a file that gives the kernel's address. It
/// is not a command of `papermap`, whose command line takes a second of the processor to set up.
final class KernelMain {
  private KernelMain() {}

  public static void main(String[] args) throws InterruptedException {
    Main.settle();
    PrintStream err = System.err;
    try {
      Kernel.run(Path.of(args[0]));
      System.exit(ExitCode.OK);
    } catch (IOException | IllegalStateException e) {
      err.println("papermap: " + e.getMessage());
      System.exit(ExitCode.FAILED);
    }
  }
}
