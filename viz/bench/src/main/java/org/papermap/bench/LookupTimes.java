package org.papermap.bench;

import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.papermap.vectors.EmbeddingMatrix;

/// The times and sizes of one engine.
final class LookupTimes implements Closeable {
  static final String HEADER =
      "engine        build s  memory MB  disk MB   p50 ms   p99 ms  cpu p50  cpu p99      q/s"
          + "  recall@10";

  private static final int K = 10;
  private static final int THREADS = 2;

  /// A round of a slow engine ends early after this time.
  private static final long ROUND_NANOS = 5_000_000_000L;

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final LookupEngine engine;
  private final EmbeddingMatrix queries;
  private final LookupOracle oracle;
  private final double buildSeconds;
  private final double megabytes;
  private final List<Double> clock = new ArrayList<>();
  private final List<Double> processor = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> recalls = new ArrayList<>();

  private LookupTimes(
      LookupEngine engine,
      EmbeddingMatrix queries,
      LookupOracle oracle,
      double buildSeconds,
      double megabytes) {
    this.engine = engine;
    this.queries = queries;
    this.oracle = oracle;
    this.buildSeconds = buildSeconds;
    this.megabytes = megabytes;
  }

  /// How an engine is made.
  @FunctionalInterface
  interface Builder {
    LookupEngine build() throws IOException;
  }

  static LookupTimes build(Builder builder, EmbeddingMatrix queries, LookupOracle oracle)
      throws IOException {
    long before = usedMemory();
    long start = System.nanoTime();
    LookupEngine engine = builder.build();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new LookupTimes(engine, queries, oracle, seconds, (usedMemory() - before) / 1e6);
  }

  private static long usedMemory() {
    Runtime runtime = Runtime.getRuntime();
    System.gc();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /// All queries by one thread, then by two.
  void round(boolean counts) throws IOException {
    alone(counts);
    double rate = together();
    if (counts) {
      rates.add(rate);
    }
  }

  private void alone(boolean counts) throws IOException {
    long end = System.nanoTime() + ROUND_NANOS;
    for (int query = 0; query < queries.rows() && System.nanoTime() < end; query++) {
      float[] vector = queries.row(query);
      long cpu = THREAD.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      List<String> found = engine.nearest(vector, K);
      long stop = System.nanoTime();
      if (counts) {
        processor.add((THREAD.getCurrentThreadCpuTime() - cpu) / 1e6);
        clock.add((stop - start) / 1e6);
        recalls.add(oracle.recall(query, found));
      }
    }
  }

  /// @return queries a second
  private double together() throws IOException {
    long start = System.nanoTime();
    int asked = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<Integer>> shares = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        shares.add(threads.submit(share(thread, start + ROUND_NANOS)));
      }
      for (Future<Integer> share : shares) {
        asked += share.get();
      }
    } catch (ExecutionException e) {
      throw new IOException(engine.name() + ": " + e.getCause(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(engine.name() + ": interrupted. Run again.", e);
    }
    return asked / ((System.nanoTime() - start) / 1e9);
  }

  private Callable<Integer> share(int thread, long end) {
    return () -> {
      int asked = 0;
      for (int query = thread;
          query < queries.rows() && System.nanoTime() < end;
          query += THREADS) {
        engine.nearest(queries.row(query), K);
        asked++;
      }
      return asked;
    };
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%-12s %8.1f %10.0f %8.0f %8.3f %8.3f %8.3f %8.3f %8.0f     %.4f",
        engine.name(),
        buildSeconds,
        megabytes,
        engine.disk() / 1e6,
        Quantiles.of(clock).median(),
        Quantiles.of(clock).at(0.99),
        Quantiles.of(processor).median(),
        Quantiles.of(processor).at(0.99),
        Quantiles.of(rates).median(),
        recalls.stream().mapToDouble(it -> it).average().orElse(Double.NaN));
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
