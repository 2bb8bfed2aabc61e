package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap bench soak-index`: readers and a writer at one index for minutes.
@Command(
    name = "soak-index",
    header = "Lets readers look into an index while it is written, and checks all they see.",
    description =
        "Each commit changes all papers, so that an answer that mixes two commits is found out."
            + " Ends with 1 if there was one, or any error.",
    footer = "  papermap bench soak-index --minutes 5")
final class SoakIndexBench extends Subcommand {
  private static final int PAPERS = 60;
  private static final int DIMENSION = 64;
  private static final String COMMIT = "commit";

  @Option(
      names = "--minutes",
      paramLabel = "X",
      defaultValue = "5",
      description = "how long (default: ${DEFAULT-VALUE})")
  private double minutes = 5;

  @Option(
      names = "--readers",
      paramLabel = "N",
      defaultValue = "8",
      description = "threads that read (default: ${DEFAULT-VALUE})")
  private int readers = 8;

  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger answers = new AtomicInteger();
  private long end;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    Path folder = Files.createTempDirectory("papermap-soak");
    end = System.nanoTime() + (long) (minutes * Duration.ofMinutes(1).toNanos());
    List<String> failures = new ArrayList<>();
    try (WordVectors embedder = new WordVectors(DIMENSION);
        PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder);
        ExecutorService threads = Executors.newFixedThreadPool(readers + 1)) {
      commit(writer);
      List<Future<?>> running = new ArrayList<>();
      running.add(threads.submit(() -> write(writer)));
      for (int i = 0; i < readers; i++) {
        running.add(threads.submit(() -> read(folder, embedder)));
      }
      for (Future<?> each : running) {
        try {
          each.get();
        } catch (ExecutionException e) {
          failures.add(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("the soak: interrupted. Run again.", e);
        }
      }
    }
    FileTree.delete(folder);
    out.printf(
        "%.1f minutes, %d readers: %,d commits, %,d answers, %d threads failed%n",
        minutes, readers, commits.get(), answers.get(), failures.size());
    failures.forEach(failure -> out.println("  " + failure));
    return failures.isEmpty() ? 0 : 1;
  }

  private Void write(PaperIndexWriter writer) throws IOException {
    while (System.nanoTime() < end) {
      commit(writer);
    }
    return null;
  }

  /// Changes all papers, and takes one out that the next commit brings back.
  private void commit(PaperIndexWriter writer) throws IOException {
    int number = commits.get();
    writer.put(
        IntStream.range(0, PAPERS)
            .mapToObj(i ->
                new Paper(
                    "p" + i,
                    "Paper " + i,
                    "Abstract of number " + i,
                    List.of(),
                    null,
                    null,
                    Map.of(COMMIT, Integer.toString(number))))
            .toList());
    writer.delete("p" + number % PAPERS);
    writer.commit();
    commits.incrementAndGet();
  }

  private Void read(Path folder, Embedder embedder) throws IOException {
    while (System.nanoTime() < end) {
      try (PaperIndex index = PaperIndex.open(folder, embedder);
          PaperIndex graph = PaperIndex.openGraph(folder, embedder)) {
        for (SearchMode mode : SearchMode.values()) {
          Query query = Query.text("abstract of a paper").withK(PAPERS).withMode(mode);
          List<Neighbor> first = index.nearest(query);
          check(first);
          check(graph.nearest(query));
          if (!index.nearest(query).equals(first)) {
            throw new IllegalStateException("an open index answers in two ways");
          }
          answers.addAndGet(3);
        }
      }
    }
    return null;
  }

  /// All papers but one, the one that this commit took out.
  private static void check(List<Neighbor> found) {
    List<String> seen =
        found.stream().map(it -> it.paper().extra().get(COMMIT)).distinct().toList();
    if (seen.size() != 1 || found.size() != PAPERS - 1) {
      throw new IllegalStateException(
          "a torn answer: %d papers of commits %s".formatted(found.size(), seen));
    }
    String out = "p" + Integer.parseInt(seen.getFirst()) % PAPERS;
    if (found.stream().anyMatch(it -> it.paper().id().equals(out))) {
      throw new IllegalStateException("a torn answer: %s is there".formatted(out));
    }
  }
}
