package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.papermap.embed.Embedder;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelSpec;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;

/// How long a single query takes, alone and while the same embedder works on a batch.
final class Latency {
  private static final int WARM_UP = 20;

  private Latency() {}

  static void print(
      ModelSpec model, List<String> queries, List<String> batch, int count, PrintWriter out)
      throws IOException, InterruptedException, ExecutionException {
    try (Embedder embedder = Embedder.uncached(model, CacheFolder.standard());
        ExecutorService background = Executors.newSingleThreadExecutor()) {
      times(embedder, queries, WARM_UP);
      Quantiles idle = times(embedder, queries, count);
      AtomicBoolean over = new AtomicBoolean();
      Future<?> running =
          background.submit(() -> {
            while (!over.get()) {
              embedder.embed(batch);
            }
            return null;
          });
      Quantiles busy;
      try {
        times(embedder, queries, WARM_UP);
        busy = times(embedder, queries, count);
      } finally {
        over.set(true);
      }
      running.get();
      out.println(
          String.format(
              Locale.ROOT,
              "one query in %s: idle p50 %.1f ms, p99 %.1f ms; while a batch runs p50 %.1f ms, p99"
                  + " %.1f ms",
              model.dtype().label(),
              idle.median(),
              idle.at(0.99),
              busy.median(),
              busy.at(0.99)));
    }
  }

  /// Milliseconds.
  private static Quantiles times(Embedder embedder, List<String> queries, int count)
      throws IOException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> query = List.of(queries.get(i % queries.size()));
      long start = System.nanoTime();
      embedder.embed(query, TextKind.QUERY, ProgressListener.NONE);
      times.add((System.nanoTime() - start) * 1e-6);
    }
    return Quantiles.of(times);
  }
}
