package org.papermap.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.corpus.Paper;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap bench lookup`: how fast the nearest papers are found, and how many of them.
@Command(
    name = "lookup",
    header = "Looks for the ten nearest of many vectors: exactly, along the graph, in LangChain4j.",
    description =
        "Vectors are made up to lie as those of abstracts do, or read; queries are vectors of the"
            + " same kind that are not among them. p50 and p99 are of one thread, by the clock and"
            + " by the processor time that the thread had; q/s is of two threads. Recall is against"
            + " a sum of all products in double.",
    footer = {
      "  papermap bench lookup",
      "  papermap bench lookup --sizes 500000,1000000 --engines exact",
      "  papermap bench lookup --vectors out/embeddings.npy"
    })
final class LookupBench extends Subcommand {
  private static final int K = 10;
  private static final int DIMENSION = 384;

  @Option(
      names = "--sizes",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,100000",
      description = "how many vectors (default: ${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--vectors",
      paramLabel = "FILE.npy",
      description = "vectors to read instead; the last of them are the queries")
  private @Nullable Path file;

  @Option(
      names = "--engines",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "exact,graph,langchain4j",
      description = "which to measure (default: ${DEFAULT-VALUE})")
  private List<LookupEngines> engines = List.of();

  @Option(
      names = "--queries",
      paramLabel = "N",
      defaultValue = "200",
      description = "how many queries (default: ${DEFAULT-VALUE})")
  private int queries = 200;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "rounds after the first, which is not counted (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "of the made-up vectors (default: ${DEFAULT-VALUE})")
  private long seed = 1;

  @Override
  public Integer call() throws IOException {
    if (file != null) {
      measure(NpyFile.read(file), file.toString());
      return 0;
    }
    for (int size : sizes) {
      measure(MadeUpVectors.of(size + queries, DIMENSION, seed), "made up");
    }
    return 0;
  }

  /// @param all the vectors, and behind them the queries
  private void measure(EmbeddingMatrix all, String source) throws IOException {
    PrintWriter out = out();
    int size = all.rows() - queries;
    EmbeddingMatrix vectors = all.select(IntStream.range(0, size).toArray());
    EmbeddingMatrix asked = all.select(IntStream.range(size, all.rows()).toArray());
    LookupOracle oracle = LookupOracle.of(vectors, asked, K);
    out.printf(
        Locale.ROOT,
        "%,d vectors of %d, %s: cosine mean %.2f, nearest %.2f, tenth %.2f; %,d queries%n",
        size,
        vectors.dimension(),
        source,
        oracle.meanCosine(),
        oracle.firstCosine(),
        oracle.lastCosine(),
        queries);
    out.println(LookupTimes.HEADER);
    List<Paper> papers = MadeUpPapers.of(size);
    List<LookupTimes> all3 = new ArrayList<>();
    try (WordVectors embedder = new WordVectors(vectors.dimension())) {
      for (LookupEngines each : engines) {
        all3.add(LookupTimes.build(() -> each.over(papers, vectors, embedder), asked, oracle));
      }
      for (int round = 0; round <= rounds; round++) {
        for (LookupTimes times : all3) {
          times.round(round > 0);
        }
      }
      all3.forEach(times -> out.println(times.line()));
    } finally {
      for (LookupTimes times : all3) {
        times.close();
      }
    }
    out.flush();
  }
}
