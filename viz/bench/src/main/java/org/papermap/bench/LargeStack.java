package org.papermap.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// A thread with 16 MB of stack, for native code that goes deep.
///
/// ONNX Runtime needs up to a megabyte of stack to open a model, and Java gives a thread one. If
/// that is not enough, the process ends without a message.
final class LargeStack {
  private static final long BYTES = 16L << 20;

  private LargeStack() {}

  /// Does the work on such a thread, waits for it, and throws what it throws.
  static <T> T call(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().name("large-stack").stackSize(BYTES).start(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
