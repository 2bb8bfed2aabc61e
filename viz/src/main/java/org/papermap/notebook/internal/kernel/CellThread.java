package org.papermap.notebook.internal.kernel;

import java.util.concurrent.FutureTask;

/// The thread that runs a cell's code. Java cannot end another thread, so the code checks in each
/// round of a loop whether it has been stopped.
public final class CellThread extends Thread {
  /// Ends a cell; no part of it has a reason to catch this.
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1;

    Stopped() {
      super("stopped", null, false, false);
    }
  }

  private volatile boolean stopped;

  CellThread(FutureTask<?> code, ClassLoader loader) {
    super(code, "cell");
    setContextClassLoader(loader);
    setDaemon(true);
  }

  /// Asks the code to end: waits are interrupted, loops end at their next round.
  void stopCode() {
    stopped = true;
    interrupt();
  }

  /// Called by the code of cells, see [CellExecution].
  public static void check() {
    if (Thread.currentThread() instanceof CellThread cell && cell.stopped) {
      throw new Stopped();
    }
  }
}
