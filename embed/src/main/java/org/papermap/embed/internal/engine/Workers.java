package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.papermap.embed.internal.files.Interruption;

/// One thread a core for calls of many pieces. A call of one piece runs in the calling thread.
final class Workers implements AutoCloseable {
  private static final int TEXTS_A_TASK = 64;

  private final ExecutorService threads;

  Workers(int count) {
    this.threads =
        Executors.newFixedThreadPool(
            count, Thread.ofPlatform().name("embed-", 1).daemon(true).factory());
  }

  @FunctionalInterface
  interface Work<A, B> {
    B apply(A piece) throws IOException;
  }

  @FunctionalInterface
  interface Sink<A, B> {
    void accept(A piece, B result) throws IOException;
  }

  private record Done<A, B>(A piece, B result) {}

  /// Applies `function` to each element, in order of the elements.
  <A, B> List<B> map(List<A> elements, Function<A, B> function) throws IOException {
    List<List<A>> parts = new ArrayList<>();
    for (int from = 0; from < elements.size(); from += TEXTS_A_TASK) {
      parts.add(elements.subList(from, Math.min(elements.size(), from + TEXTS_A_TASK)));
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      numbers.add(i);
    }
    List<List<B>> results = new ArrayList<>(Collections.nCopies(parts.size(), List.of()));
    forEach(
        numbers,
        number -> parts.get(number).stream().map(function).toList(),
        (number, part) -> results.set(number, part));
    return results.stream().flatMap(List::stream).toList();
  }

  /// Runs `work` on each piece and passes the results to `sink` in the calling thread, as they
  /// come. Ends at the first failure, without starting further pieces.
  <A, B> void forEach(List<A> pieces, Work<A, B> work, Sink<A, B> sink) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw Interruption.of("embedding");
    }
    if (pieces.size() == 1) {
      sink.accept(pieces.get(0), work.apply(pieces.get(0)));
      return;
    }
    ExecutorCompletionService<Done<A, B>> running = new ExecutorCompletionService<>(threads);
    List<Future<Done<A, B>>> futures = new ArrayList<>();
    for (A piece : pieces) {
      futures.add(running.submit(() -> new Done<>(piece, work.apply(piece))));
    }
    try {
      for (int i = 0; i < pieces.size(); i++) {
        Done<A, B> done = running.take().get();
        sink.accept(done.piece, done.result);
      }
    } catch (InterruptedException e) {
      throw Interruption.of("embedding");
    } catch (ExecutionException e) {
      throw rethrown(e);
    } finally {
      futures.forEach(future -> future.cancel(false));
    }
  }

  /// A worker's failure, rethrown in the calling thread.
  private static IOException rethrown(ExecutionException failure) {
    return switch (failure.getCause()) {
      case IOException e -> e;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case null, default -> new IOException("embedding: " + failure + ". Report it.", failure);
    };
  }

  /// Waits for the pieces that have begun.
  @Override
  public void close() {
    threads.close();
  }
}
