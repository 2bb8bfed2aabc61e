package org.papermap.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Work that goes on beside the caller's, each piece in a thread of its own, so that what one piece
/// does step by step leaves no processor idle.
final class Background implements AutoCloseable {
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().name("papermap-", 0).daemon().factory());

  /// Begins a piece of work.
  ///
  /// @return gives what it gives, once it is done, or throws what it throws
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

  /// What writes to a disk, which may be full.
  @FunctionalInterface
  interface Writing {
    void finish() throws IOException;
  }

  /// Begins to write.
  ///
  /// @return waits for the end, and throws what the writing throws
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
