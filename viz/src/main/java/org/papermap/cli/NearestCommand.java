package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.eval.TrecRun;
import org.papermap.cli.internal.options.MapModelOption;
import org.papermap.cli.internal.options.SearchOptions;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Neighbors;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.embed.Embedder;
import org.papermap.evaluation.Judgments.TestQuery;
import org.papermap.model.ModelSpec;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.search.IndexHeader;
import org.papermap.search.PaperIndex;
import org.papermap.search.Query;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap nearest`: the papers of a map or an index nearest to a text or to some of them.
@Command(
    name = "nearest",
    header = "Finds the papers of a map or an index nearest to a text, or to some of its papers.",
    footer = {
      "  papermap nearest \"cheaper attention for long context\"",
      "  papermap nearest --map thursday --id 2405.15738 -k 5 --filter theme=vision",
      "  papermap nearest --map thursday --why \"how small can a retrieval model be\"",
      "  papermap nearest --index library --mode hybrid --json \"vector search on disk\"",
      "  papermap nearest --index library -k 100 --queries queries.jsonl --run run.trec"
    })
final class NearestCommand extends Subcommand {
  @Option(
      names = "--map",
      paramLabel = "DIR",
      description = "the folder of a map (default: out, where no --index is given)")
  private @Nullable Path map;

  @Option(names = "--index", paramLabel = "DIR", description = "the folder of an index")
  private @Nullable Path index;

  @Mixin private SearchOptions search = new SearchOptions();

  @Mixin private MapModelOption model = new MapModelOption();

  @Option(names = "--json", description = "print a JSON array")
  private boolean json;

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "find papers similar to this one; several: similar to their mean")
  private List<String> more = List.of();

  @Option(
      names = "--unlike",
      paramLabel = "ID",
      description = "and less similar to this one; needs an --id")
  private List<String> less = List.of();

  @Option(
      names = "--queries",
      paramLabel = "FILE.jsonl",
      description = "many texts at once: objects with _id and text, one a line")
  private @Nullable Path queries;

  @Option(
      names = "--run",
      paramLabel = "FILE.trec",
      description =
          "where the answers to --queries go, in TREC's format of runs; blanks in ids become _")
  private @Nullable Path run;

  @Parameters(paramLabel = "TEXT", description = "what to look for; words are joined by spaces")
  private List<String> words = List.of();

  @Override
  public Integer call() throws IOException {
    requireOneQuestion();
    if (queries != null && run != null) {
      TrecRun.requireFree(run, inputs());
      Query each = search.applied(Query.text(""));
      List<TestQuery> texts = TestQuery.read(queries);
      Path file = run;
      ask((papers, embedder) -> {
        FilterCheck.requireSome(search.filters(), papers);
        TrecRun.write(file, papers, embedder, texts, each, out());
      });
    } else {
      Query query =
          search.applied(text().isBlank() ? Query.papers(more, less) : Query.text(text()));
      ask((papers, _) -> {
        FilterCheck.requireSome(search.filters(), papers);
        Neighbors.print(papers.nearest(query), json, out());
      });
    }
    return ExitCode.OK;
  }

  private Inputs inputs() throws IOException {
    List<Path> read = new ArrayList<>();
    Stream.of(queries, index, map).filter(Objects::nonNull).forEach(read::add);
    model.folder().ifPresent(read::add);
    if (map == null && index == null) {
      read.add(Path.of("out"));
    }
    return Inputs.of(read);
  }

  private String text() {
    return String.join(" ", words);
  }

  private void requireOneQuestion() {
    if ((queries == null) != (run == null)) {
      throw wrong("Give --queries and --run together.");
    }
    if (queries != null && search.why()) {
      throw wrong("A run cannot hold the sentences of --why. Ask with a text or an --id.");
    }
    if (map != null && index != null) {
      throw wrong("Give --map or --index, not both.");
    }
    int questions =
        (text().isBlank() ? 0 : 1) + (more.isEmpty() ? 0 : 1) + (queries == null ? 0 : 1);
    if (!text().isBlank() && !more.isEmpty()) {
      throw wrong(
          "A text and an --id: two questions. Give the text to find what is like it, or the --id to"
              + " find what is like that paper.");
    }
    if (questions != 1) {
      throw wrong("Give a text, a paper's --id, or --queries.");
    }
    if (more.isEmpty() && !less.isEmpty()) {
      throw wrong("Give an --id beside --unlike.");
    }
  }

  /// A use of the papers.
  @FunctionalInterface
  private interface Work {
    void with(PaperIndex papers, Embedder embedder) throws IOException;
  }

  private void ask(Work work) throws IOException {
    if (index != null) {
      IndexHeader header = PaperIndex.header(index);
      ModelSpec made = model.named(header.model()).like(header.identity());
      try (Embedder embedder = Embedder.open(made);
          PaperIndex papers = PaperIndex.open(index, embedder)) {
        work.with(papers, embedder);
      }
      return;
    }
    SavedMap saved = MapFolder.open(map == null ? Path.of("out") : map);
    try (Embedder embedder = model.embedder(saved);
        PaperIndex papers = PaperIndex.of(saved.labelled(), saved.vectors(), embedder)) {
      work.with(papers, embedder);
    }
  }
}
