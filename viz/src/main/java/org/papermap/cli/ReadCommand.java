package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.ReadOption;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.CorpusWriter;
import org.papermap.corpus.Paper;
import org.papermap.corpus.ReadReport;
import org.papermap.files.OutputFile;
import org.papermap.pipeline.internal.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap read`: what is understood of files of papers.
@Command(
    name = "read",
    header = "Shows what papermap understands of files of papers, without embedding them.",
    description =
        "Shows the format of each file, the number of its papers and the first of them; then"
            + " everything that was dropped, passed over or repaired.",
    footer = {
      "  papermap read library.ris",
      "  papermap read exports --check                 status 3 if anything was lost",
      "  papermap read a.bib b.csv --out papers.jsonl    all papers in one file",
      "  papermap read table.csv --map title=Titel,abstract=Inhalt"
    })
final class ReadCommand extends Subcommand {
  private static final int SHOWN = 3;
  private static final int ABSTRACT_SHOWN = 100;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description = "files, folders or archives of papers, or - for standard input")
  private List<Path> inputs = List.of();

  @Option(
      names = "--check",
      description = "end with status 3 if a record or a file was lost; a repeated paper is no loss")
  private boolean check;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "where the papers go: JSON Lines, CSV, RIS or BibTeX, by the ending .jsonl, .csv, .ris or"
              + " .bib")
  private @Nullable Path out;

  @Mixin private ReadOption options = new ReadOption();

  @Override
  public Integer call() throws IOException {
    checkForm();
    if (out != null) {
      Inputs.of(inputs).requireApart(out);
      // Nothing in such a file tells whether Papermap wrote it.
      new OutputFile(out, "known to be one", Pattern.compile("(?!)")).requireOurs();
      OutputFile.requireWritable(out.toAbsolutePath().resolveSibling(""));
    }
    CorpusReading reading = CorpusReader.read(inputs, options.choose());
    PrintWriter stdout = out();
    print(reading, stdout);
    Losses.print(reading.report(), err());
    if (reading.corpus().isEmpty()) {
      return Losses.nothingLeft(reading.report(), err());
    }
    if (out != null) {
      CorpusWriter.write(reading.corpus(), out);
      stdout.println(TerminalText.of(Objects.toString(out)));
    }
    return check && isAnyLost(reading.report()) ? ExitCode.BAD_INPUT : ExitCode.OK;
  }

  private void checkForm() {
    if (out != null) {
      try {
        CorpusWriter.Form.of(out);
      } catch (IllegalArgumentException e) {
        throw wrong("--out " + e.getMessage());
      }
    }
  }

  private static boolean isAnyLost(ReadReport report) {
    return !report.passedOver().isEmpty()
        || report.drops().stream().anyMatch(it -> it.reason() != ReadReport.Reason.DUPLICATE);
  }

  private static void print(CorpusReading reading, PrintWriter stdout) {
    int row = 0;
    for (ReadReport.Source source : reading.report().sources()) {
      stdout.println(
          TerminalText.of(
              "%s: %s, %s of %s"
                  .formatted(
                      source.file(),
                      source.format(),
                      Count.of(source.kept(), "paper"),
                      Count.of(source.rows(), "record"))));
      for (int i = 0; i < Math.min(SHOWN, source.kept()); i++) {
        print(reading.corpus().paper(row + i), stdout);
      }
      row += source.kept();
    }
    stdout.println("%s in all".formatted(Count.of(reading.corpus().size(), "paper")));
  }

  private static void print(Paper paper, PrintWriter stdout) {
    stdout.println(TerminalText.of("  " + paper.title()));
    String authors = String.join("; ", paper.authors().stream().limit(3).toList());
    stdout.println(
        TerminalText.of(
            "    %s%s%s"
                .formatted(
                    paper.id(),
                    paper.date() == null ? "" : " · " + paper.dateText(),
                    authors.isEmpty()
                        ? ""
                        : " · " + authors + (paper.authors().size() > 3 ? "; …" : ""))));
    String text = paper.abstractText();
    stdout.println(
        TerminalText.of(
            !paper.hasAbstract()
                ? "    no abstract"
                : "    %s%s (%,d characters)"
                    .formatted(
                        text.substring(
                            0,
                            text.offsetByCodePoints(
                                0,
                                Math.min(ABSTRACT_SHOWN, text.codePointCount(0, text.length())))),
                        text.length() > ABSTRACT_SHOWN ? "…" : "",
                        text.length())));
  }
}
