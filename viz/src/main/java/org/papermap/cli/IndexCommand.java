package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.options.ReadOption;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.files.OutputFile;
import org.papermap.model.ModelSpec;
import org.papermap.pipeline.internal.ReadingReport;
import org.papermap.search.IndexHeader;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;
import org.papermap.search.PaperIndexWriter.IndexChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap index`: papers on disk, to look things up in.
@Command(
    name = "index",
    header = "Puts papers into an index on disk, for 'papermap nearest --index'.",
    description =
        "Makes the index, or brings it up to date: unchanged papers are left alone, and texts that"
            + " the index has are not embedded again. All changes appear at once when the command"
            + " is done; if it is killed, the index stays as it was.",
    footer = {
      "  papermap index papers.jsonl.gz --out library",
      "  papermap index all.csv --out library --prune    papers no longer in all.csv are removed"
    })
final class IndexCommand extends Subcommand {
  /// The report of the last reading.
  private static final String REPORT = "report.json";

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "files or folders of papers, as for 'papermap map'")
  private List<Path> inputs = List.of();

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "the index's folder")
  private Path out = Path.of("index");

  @Option(
      names = "--prune",
      description = "remove papers that are not in INPUT; without it they stay")
  private boolean prune;

  @Mixin private ReadOption reading = new ReadOption();

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    model.with(inputs).requireApart(out, List.of());
    PaperIndexWriter.requireFree(out);
    new OutputFile(out.resolve(REPORT), "a report", Pattern.compile("^\\{\\s*\"")).requireOurs();
    ModelSpec chosen = PaperIndex.isIn(out) ? known(PaperIndex.header(out)) : model.choose();
    CorpusReading read = CorpusReader.read(inputs, reading.choose());
    Losses.print(read.report(), err());
    if (read.corpus().isEmpty()) {
      return Losses.nothingLeft(read.report(), err());
    }
    try (Embedder embedder = Embedder.open(chosen);
        TerminalProgress progress = TerminalProgress.standard();
        PaperIndexWriter writer = PaperIndexWriter.open(out, embedder)) {
      List<Paper> papers = read.corpus().papers();
      IndexChanges changes = writer.put(papers, progress);
      int removed = prune ? prune(writer, read) : 0;
      writer.commit();
      ReadingReport.write(read.report(), out.resolve(REPORT));
      print(writer.size(), changes, removed, embedder.model());
    }
    return ExitCode.OK;
  }

  private ModelSpec known(IndexHeader index) throws IOException {
    return model.chooseOr(index.model(), index.identity());
  }

  /// Removes papers that are not in the inputs. Papers whose rows were dropped on reading stay.
  private int prune(PaperIndexWriter writer, CorpusReading read) throws IOException {
    int unidentified = read.report().unidentified();
    if (unidentified > 0) {
      err()
          .println(
              "--prune: %s could not be read, and may be papers of the index. Nothing is removed."
                      .formatted(Count.of(unidentified, "row"))
                  + " Correct them and prune again.");
      return 0;
    }
    Set<String> ids = new HashSet<>(read.report().droppedIds());
    read.corpus().papers().forEach(paper -> ids.add(paper.id()));
    return writer.retain(ids);
  }

  private void print(int size, IndexChanges changes, int removed, ModelSpec chosen) {
    PrintWriter stdout = out();
    stdout.println(
        TerminalText.of(
            "%s  %s: %,d added, %,d changed, %,d unchanged, %,d removed; %s new to %s"
                .formatted(
                    out,
                    Count.of(size, "paper"),
                    changes.added(),
                    changes.changed(),
                    changes.unchanged(),
                    removed,
                    Count.of(changes.embedded(), "text"),
                    chosen.name())));
  }
}
