package org.papermap.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.options.ReadOption;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.ReadReport;
import org.papermap.embed.Embedder;
import org.papermap.embed.EmbeddingStream;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.files.InputException;
import org.papermap.files.OutputFile;
import org.papermap.model.ModelSpec;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.pipeline.internal.ReadingReport;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap embed`: vectors of papers or lines, for other programs.
@Command(
    name = "embed",
    header = "Writes the vectors of papers, or of lines of text, as a NumPy file.",
    description =
        "FILE.npy holds float32 rows of unit length, in the order of the input; FILE.ids.txt the"
            + " ids, one a line; FILE.report.json what was read and what was not. With --format"
            + " lines each line of a text file is one text, and its number is its id.",
    footer = {
      "  papermap embed papers.csv --out papers.npy",
      "  papermap embed sentences.txt --format lines --out sentences.npy --model e5-small-v2"
    })
final class EmbedCommand extends Subcommand {
  /// The `--format` of texts that are not papers.
  private static final String LINES = "lines";

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = "files or folders")
  private List<Path> inputs = List.of();

  @Option(names = "--out", paramLabel = "FILE.npy", required = true, description = "the vectors")
  private Path out = Path.of("embeddings.npy");

  @Mixin private ReadOption reading = new ReadOption();

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    Path ids = NpyFile.idsBeside(out);
    Inputs read = model.with(inputs);
    read.requireApart(out);
    read.requireApart(ids);
    EmbeddingStream.requireFree(out);
    if (!reading.isFormat(LINES)) {
      read.requireApart(reportBeside(out));
      new OutputFile(reportBeside(out), "a report", Pattern.compile("^\\{\\s*\"")).requireOurs();
    }
    long expected = count();
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard();
        EmbeddingStream stream = EmbeddingStream.open(embedder, out, progress, expected)) {
      if (reading.isFormat(LINES)) {
        forEachLine((number, line) -> stream.add(Long.toString(number), line));
      } else {
        ReadReport report =
            CorpusReader.read(
                inputs, reading.choose(), paper -> stream.add(paper.id(), paper.text()));
        Losses.print(report, err());
        ReadingReport.write(report, reportBeside(out));
      }
      print(stream.finish(), embedder.model());
      out().println(TerminalText.of(ids.toString()));
    }
    return ExitCode.OK;
  }

  private void print(EmbeddingStream.Outcome outcome, ModelSpec used) {
    PrintWriter stdout = out();
    stdout.printf(
        "%s  %d × %d, %d embedded by %s, %d from the cache%n",
        TerminalText.of(out.toString()),
        outcome.texts(),
        used.dimension(),
        outcome.computed(),
        used.name(),
        outcome.texts() - outcome.computed());
    Truncation cut = outcome.truncation();
    if (cut.cutTexts() > 0) {
      stdout.printf(
          "%.0f %% of them are longer than %d tokens, %.0f %% of all tokens were not read%n",
          100 * cut.textShare(), cut.maxTokens(), 100 * cut.tokenShare());
    }
  }

  /// The number of texts; -1 where an input can be read only once. All inputs are read for it: that
  /// is cheap beside embedding, and a broken file is found before any work is done.
  private long count() throws IOException {
    if (!inputs.stream().allMatch(it -> Files.isRegularFile(it) || Files.isDirectory(it))) {
      return -1;
    }
    return reading.isFormat(LINES)
        ? forEachLine((_, _) -> {})
        : CorpusReader.read(inputs, reading.choose(), _ -> {}).kept();
  }

  private static Path reportBeside(Path vectors) {
    String name = String.valueOf(vectors.getFileName());
    String bare = name.endsWith(".npy") ? name.substring(0, name.length() - 4) : name;
    return vectors.resolveSibling(bare + ".report.json");
  }

  /// Takes the lines of all inputs, numbered from 1 on.
  @FunctionalInterface
  private interface LineSink {
    void accept(long number, String line) throws IOException;
  }

  private long forEachLine(LineSink sink) throws IOException {
    long number = 0;
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        throw new InputException(TerminalText.of(input + ": a folder. Name a text file."));
      }
      try (BufferedReader lines = Files.newBufferedReader(input)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          sink.accept(number, line);
        }
      } catch (CharacterCodingException e) {
        throw new InputException(
            TerminalText.of(input + ": not UTF-8. Save the text in UTF-8 and try again."));
      }
    }
    return number;
  }
}
