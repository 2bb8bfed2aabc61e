package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.ReadOptions;
import org.papermap.corpus.ReadOptions.Duplicates;
import org.papermap.embed.Embedder;
import org.papermap.evaluation.Judgments;
import org.papermap.evaluation.Judgments.RetrievalQuality;
import org.papermap.evaluation.Judgments.TestQuery;
import org.papermap.model.TextKind;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `papermap eval retrieval`: lookup on a test collection.
@Command(
    name = "retrieval",
    header = "Measures lookup by meaning, by words and by both on a test collection.",
    description =
        "Prints nDCG@10, recall@10, recall@100 and the mean average precision of the first 100, as"
            + " trec_eval counts them: means over the queries with a relevant paper.",
    footer = "  papermap eval retrieval corpus.jsonl queries.jsonl qrels/test.tsv")
final class EvalRetrievalCommand extends Subcommand {
  /// The lowest rank that a measure looks at.
  private static final int DEPTH = 100;

  @Parameters(
      index = "0",
      paramLabel = "CORPUS",
      description = "papers, in any format that 'papermap map' reads")
  private Path corpus = Path.of("corpus.jsonl");

  @Parameters(index = "1", paramLabel = "QUERIES", description = "JSON Lines with _id and text")
  private Path queries = Path.of("queries.jsonl");

  @Parameters(
      index = "2",
      paramLabel = "QRELS",
      description = "query, paper and grade, with tabs between")
  private Path judged = Path.of("qrels.tsv");

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    Judgments judgments = Judgments.read(judged);
    List<TestQuery> asked =
        TestQuery.read(queries).stream().filter(it -> judgments.judged(it.id())).toList();
    CorpusReading reading =
        CorpusReader.read(
            List.of(corpus),
            ReadOptions.defaults().withNumbersAreIds(true).withDuplicates(Duplicates.KEEP));
    Losses.print(reading.report(), err());
    PrintWriter out = out();
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard()) {
      EmbeddingMatrix vectors =
          embedder.embed(reading.corpus().texts(), TextKind.PASSAGE, progress).vectors();
      TrecRun.embedAll(embedder, asked);
      out.println(
          "%s, %s, %s"
              .formatted(
                  Count.of(reading.corpus().size(), "paper"),
                  Count.of(asked.size(), "judged query"),
                  embedder.model().name()));
      out.println("           nDCG@10  recall@10  recall@100  MAP@100");
      try (PaperIndex index = PaperIndex.of(reading.corpus(), vectors, embedder)) {
        for (SearchMode mode : SearchMode.values()) {
          print(mode, judgments.quality(rankings(index, asked, mode)), out);
        }
      }
    }
    return ExitCode.OK;
  }

  private static Map<String, List<String>> rankings(
      PaperIndex index, List<TestQuery> queries, SearchMode mode) throws IOException {
    Map<String, List<String>> rankings = new LinkedHashMap<>();
    for (TestQuery query : queries) {
      rankings.put(
          query.id(),
          index.nearest(Query.text(query.text()).withMode(mode).withK(DEPTH)).stream()
              .map(it -> it.paper().id())
              .toList());
    }
    return rankings;
  }

  private static void print(SearchMode mode, RetrievalQuality quality, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "%-9s  %7.4f  %9.4f  %10.4f  %7.4f",
            mode.name().toLowerCase(Locale.ROOT),
            quality.ndcg10(),
            quality.recall10(),
            quality.recall100(),
            quality.map()));
  }
}
