package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.CorpusReader;
import org.papermap.embed.internal.files.FileTree;
import org.papermap.search.Filter;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.search.Query;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap bench filters`: how long the ten nearest take among the papers that a filter lets
/// pass, in an index on disk.
@Command(
    name = "filters",
    header = "Looks for the ten nearest papers that pass a filter, for each kind of filter.",
    description =
        "The papers are yours, their vectors are made up. p50 and p99 are of one thread, by the"
            + " clock and by the processor time that the thread had.",
    footer = "  papermap bench filters papers.jsonl --number upvotes")
final class FilterBench extends Subcommand {
  private static final int K = 10;
  private static final int DIMENSION = 384;
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  @Parameters(paramLabel = "INPUT", description = "files or folders of papers", arity = "1..*")
  private List<Path> inputs = List.of();

  @Option(
      names = "--number",
      paramLabel = "FIELD",
      defaultValue = "year",
      description = "a field with numbers (default: ${DEFAULT-VALUE})")
  private String number = "year";

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "500",
      description =
          "queries of each filter, after as many that are not counted (default: ${DEFAULT-VALUE})")
  private int queries = 500;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    Corpus corpus = CorpusReader.read(inputs).corpus();
    EmbeddingMatrix all = MadeUpVectors.of(corpus.size() + queries, DIMENSION, 1);
    int[] papers = IntStream.range(0, corpus.size()).toArray();
    Path folder = Files.createTempDirectory("papermap-bench");
    try (WordVectors embedder = new WordVectors(DIMENSION)) {
      try (PaperIndexWriter writer = PaperIndexWriter.open(folder, embedder)) {
        writer.put(corpus.papers(), all.select(papers));
        writer.commit();
      }
      out.printf(Locale.ROOT, "%,d papers%n", corpus.size());
      out.println("filter                      hits   p50 ms   p99 ms  cpu p50  cpu p99");
      try (PaperIndex index = PaperIndex.open(folder, embedder)) {
        for (Map.Entry<String, Filter> filter : filters().entrySet()) {
          out.println(line(filter.getKey(), filter.getValue(), index, all));
          out.flush();
        }
      }
    } finally {
      FileTree.delete(folder);
    }
    return 0;
  }

  /// One of each kind, and several together.
  private Map<String, Filter> filters() {
    Filter author = Filter.contains("author", "wang");
    Filter days = Filter.dates(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
    Filter value = Filter.field("year", "2024");
    Filter numbers = Filter.range(number, 10, Double.POSITIVE_INFINITY);
    Map<String, Filter> filters = new LinkedHashMap<>();
    filters.put("none", Filter.all());
    filters.put("a value", value);
    filters.put("days", days);
    filters.put("numbers", numbers);
    filters.put("part of an author", author);
    filters.put("part of a title", Filter.contains("title", "model"));
    filters.put("not", author.not());
    filters.put("this or that", value.or(author));
    filters.put("all of three", days.and(numbers).and(author));
    return filters;
  }

  private String line(String name, Filter filter, PaperIndex index, EmbeddingMatrix all)
      throws IOException {
    List<Double> clock = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    int hits = 0;
    for (int asked = 0; asked < 2 * queries; asked++) {
      float[] vector = all.row(all.rows() - 1 - asked % queries);
      Query query = Query.vector(vector).withK(K).withFilter(filter);
      long cpu = THREAD.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      hits = index.nearest(query).size();
      if (asked >= queries) {
        clock.add((System.nanoTime() - start) / 1e6);
        processor.add((THREAD.getCurrentThreadCpuTime() - cpu) / 1e6);
      }
    }
    return String.format(
        Locale.ROOT,
        "%-26s %5d %8.3f %8.3f %8.3f %8.3f",
        name,
        hits,
        Quantiles.of(clock).median(),
        Quantiles.of(clock).at(0.99),
        Quantiles.of(processor).median(),
        Quantiles.of(processor).at(0.99));
  }
}
