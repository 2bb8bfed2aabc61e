package org.papermap.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Runs work beside the caller's, one thread for each piece, so that steps which must follow one
/// another leave no processor idle.
final class Background implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().name("papermap-", 0).daemon().factory());

  /// Begins a piece of work.
  ///
  /// @return waits for the result, or throws what the work threw
  <T> Supplier<T> begin(Supplier<T> work) {
    CompletableFuture<T> result = CompletableFuture.supplyAsync(work, threads);
    return () -> {
      try {
        return result.join();
      } catch (CompletionException e) {
        switch (e.getCause()) {
          case RuntimeException failure -> throw failure;
          case Error failure -> throw failure;
          case null, default -> throw e;
        }
      }
    };
  }

  /// Work that writes to a disk, which may be full.
  @FunctionalInterface
  interface Writing {
    void finish() throws IOException;
  }

  /// Begins to write.
  ///
  /// @return waits for the end, and throws what the work threw
  Writing beginWriting(Writing work) {
    Supplier<Integer> written =
        begin(() -> {
          try {
            work.finish();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return 0;
        });
    return () -> {
      try {
        var _ = written.get();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    };
  }

  /// Waits for what has begun.
  @Override
  public void close() {
    threads.close();
  }
}
