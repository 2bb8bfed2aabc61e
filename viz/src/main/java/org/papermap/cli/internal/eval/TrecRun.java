package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.embed.Embedder;
import org.papermap.evaluation.Judgments.TestQuery;
import org.papermap.files.OutputFile;
import org.papermap.model.TextKind;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.search.Neighbor;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import org.papermap.search.SearchMode;

/// The answers to many queries, in the format that TREC's tools read: query, `Q0`, paper, rank,
/// score and name of the run, with blanks between.
public final class TrecRun {
  private static final Pattern LINE =
      Pattern.compile("^\\S+ Q0 \\S+ \\d+ -?[\\d.]+ papermap-(semantic|keyword|hybrid)\\n");

  private TrecRun() {}

  /// Requires, before any work is done, that a run may be written to a file.
  public static void requireFree(Path file, Inputs read) throws IOException {
    read.requireApart(file);
    new OutputFile(file, "a run", LINE).requireOurs();
    OutputFile.requireWritable(file.toAbsolutePath().resolveSibling(""));
  }

  /// @param each how to look for each text
  public static void write(
      Path file,
      PaperIndex papers,
      Embedder embedder,
      List<TestQuery> queries,
      Query each,
      PrintWriter out)
      throws IOException {
    if (each.mode() != SearchMode.KEYWORD) {
      embedAll(embedder, queries);
    }
    StringBuilder run = new StringBuilder();
    String name = "papermap-" + each.mode().name().toLowerCase(Locale.ROOT);
    int lines = 0;
    for (TestQuery query : queries) {
      for (Neighbor neighbor : papers.nearest(each.withSubject(new Query.Text(query.text())))) {
        run.append(
            String.format(
                Locale.ROOT,
                "%s Q0 %s %d %.6f %s\n",
                word(query.id()),
                word(neighbor.paper().id()),
                neighbor.rank(),
                neighbor.score(),
                name));
        lines++;
      }
    }
    OutputFile.write(file, run.toString());
    out.println(
        TerminalText.of(
            "%s  %s to %s"
                .formatted(file, Count.of(lines, "answer"), Count.of(queries.size(), "query"))));
  }

  /// Puts all vectors into the embedder's cache in one go, which is faster than one by one.
  static void embedAll(Embedder embedder, List<TestQuery> queries) throws IOException {
    try (TerminalProgress progress = TerminalProgress.standard()) {
      embedder.embed(queries.stream().map(TestQuery::text).toList(), TextKind.QUERY, progress);
    }
  }

  private static String word(String id) {
    return id.replaceAll("\\s+", "_");
  }
}
