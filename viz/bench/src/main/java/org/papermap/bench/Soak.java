package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.embed.Embedder;
import org.papermap.embed.internal.engine.KernelChoice;
import org.papermap.files.CacheFolder;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap bench soak`: texts of random number and length through the model for a long time, from
/// two threads at once and in each number format that this machine has a kernel for. It finds
/// crashes, NaN, vectors that drift, and memory that grows.
@Command(
    name = "soak",
    header = "Embeds random texts for a long time, and watches for drift and growing memory.",
    description =
        "Each minute tells what the process holds in memory, and how much of that is for Java's"
            + " objects. Ends with 1 if a vector drifted or had a number that is none, or if memory"
            + " grew over the second half of the time.",
    footer = "  papermap bench soak --minutes 30")
final class Soak extends Subcommand {
  private static final int CALLERS = 2;
  private static final int MOST_TEXTS = 24;
  private static final int MOST_WORDS = 300;

  /// The sentinel is embedded again after this many calls.
  private static final int SENTINEL_EVERY = 10;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "how long (default: ${DEFAULT-VALUE}); a fraction will do")
  private double minutes = 30;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the random texts (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  private final AtomicLong texts = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong broken = new AtomicLong();
  private final AtomicLong drifted = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final MemoryTrend memory = new MemoryTrend();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    PrintWriter out = out();
    List<Subject> subjects = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (Dtype asked : Dtype.values()) {
        KernelChoice choice = KernelChoice.of(CacheFolder.standard(), asked);
        out.println(asked.label() + ": " + choice.words());
        if (choice.dtype() == asked) {
          subjects.add(Subject.open(asked));
        }
      }
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        SplittableRandom random = new SplittableRandom(seed + i);
        running.add(callers.submit(() -> torment(subjects, random)));
      }
      watch(out, running);
      over.set(true);
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      over.set(true);
      subjects.forEach(subject -> subject.embedder.close());
    }
    boolean sound = broken.get() == 0 && drifted.get() == 0;
    out.println(sound ? "sound: no drift, every number finite" : "NOT SOUND");
    out.println(memory.verdict());
    return sound && !memory.isGrowing() ? 0 : 1;
  }

  private void watch(PrintWriter out, List<Future<?>> running) throws InterruptedException {
    long start = System.nanoTime();
    double total = minutes * TimeUnit.MINUTES.toNanos(1);
    for (int minute = 1; System.nanoTime() - start < total; minute++) {
      double until = Math.min(total, minute * (double) TimeUnit.MINUTES.toNanos(1));
      while (System.nanoTime() - start < until && running.stream().noneMatch(Future::isDone)) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
      tell(out, minute);
      if (running.stream().anyMatch(Future::isDone)) {
        return;
      }
    }
  }

  private void tell(PrintWriter out, int minute) {
    // How far the heap is filled with garbage says nothing.
    System.gc();
    long resident = Memory.residentMegabytes();
    memory.add(resident);
    out.println(
        String.format(
            Locale.ROOT,
            "minute %3d  %,9d texts  %,7d calls  not finite %d  drifted %d  resident %,d MB, of"
                + " that heap %,d MB",
            minute,
            texts.get(),
            calls.get(),
            broken.get(),
            drifted.get(),
            resident,
            Memory.heldHeapMegabytes()));
  }

  private Void torment(List<Subject> subjects, SplittableRandom random) throws IOException {
    while (!over.get()) {
      Subject subject = subjects.get(random.nextInt(subjects.size()));
      List<String> batch = RandomTexts.next(random, 1 + random.nextInt(MOST_TEXTS), MOST_WORDS);
      broken.addAndGet(notUnit(subject.embedder.embed(batch)));
      texts.addAndGet(batch.size());
      if (calls.incrementAndGet() % SENTINEL_EVERY == 0 && !subject.holds()) {
        drifted.incrementAndGet();
      }
    }
    return null;
  }

  /// How many of the vectors are not of unit length, as one with a NaN is not.
  private static int notUnit(EmbeddingMatrix vectors) {
    int count = 0;
    for (int row = 0; row < vectors.rows(); row++) {
      if (!(Math.abs(vectors.dot(row, row) - 1) < 1e-4)) {
        count++;
      }
    }
    return count;
  }

  /// A model, and its vectors of some texts at the start.
  private record Subject(Embedder embedder, EmbeddingMatrix sentinel) {
    private static final List<String> TEXTS =
        List.of(
            "That is a happy person",
            "graph",
            "We study how diffusion models scale with data and compute. ".repeat(20));

    static Subject open(Dtype dtype) throws IOException {
      ModelSpec model = ModelCatalog.standard().defaultModel().withDtype(dtype);
      Path folder = CacheFolder.standard();
      Embedder embedder = Embedder.uncached(model, folder);
      return new Subject(embedder, embedder.embed(TEXTS));
    }

    boolean holds() throws IOException {
      return embedder.embed(TEXTS).values().equals(sentinel.values());
    }
  }
}
