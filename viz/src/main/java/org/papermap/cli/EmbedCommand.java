package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.papermap.corpus.CorpusFormatException;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.embed.Embeddings;
import org.papermap.embed.NpyFile;
import org.papermap.embed.TextKind;
import org.papermap.files.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `papermap embed`: vectors of papers or lines, for other programs.
@Command(
    name = "embed",
    header = "Writes the vectors of papers, or of lines of text, as a NumPy file.",
    description = {
      "",
      "FILE.npy holds float32 rows of unit length, in the order of the input; FILE.ids.txt the ids,"
          + " one a line.",
      ""
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  papermap embed papers.csv --out papers.npy",
      "  papermap embed sentences.txt --format lines --out sentences.npy --model e5-small-v2"
    })
final class EmbedCommand implements Callable<Integer> {
  private static final String SUFFIX = ".npy";

  /// What the inputs hold.
  enum Format {
    PAPERS,
    LINES
  }

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "INPUT", arity = "1..*", description = "files or folders")
  private List<Path> inputs = List.of();

  @Option(names = "--out", paramLabel = "FILE.npy", required = true, description = "the vectors")
  private Path out = Path.of("embeddings.npy");

  @Option(
      names = "--format",
      paramLabel = "papers|lines",
      defaultValue = "papers",
      description =
          "papers, or lines: each line of a text file as it stands, its number as its id"
              + " (default: ${DEFAULT-VALUE})")
  private Format format = Format.PAPERS;

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    Texts texts =
        switch (format) {
          case PAPERS -> papers();
          case LINES -> lines();
        };
    try (Embedder embedder = Embedder.open(model.choose());
        TerminalProgress progress = TerminalProgress.standard()) {
      Embeddings embeddings = embedder.embed(texts.texts(), TextKind.PASSAGE, progress);
      NpyFile.write(out, embeddings.vectors());
      AtomicFile.write(ids(), String.join("\n", texts.ids()) + (texts.ids().isEmpty() ? "" : "\n"));
      PrintWriter stdout = spec.commandLine().getOut();
      stdout.printf(
          "%s  %d × %d, %d embedded by %s, %d from the cache%n",
          out,
          embeddings.vectors().rows(),
          embeddings.vectors().dimension(),
          embeddings.computed(),
          embedder.model().name(),
          embeddings.vectors().rows() - embeddings.computed());
      stdout.println(ids());
    }
    return ExitCode.OK;
  }

  private Texts papers() throws IOException {
    CorpusReading reading = CorpusReader.read(inputs);
    Losses.print(reading.report(), spec.commandLine().getErr());
    return new Texts(
        reading.corpus().papers().stream().map(Paper::id).toList(), reading.corpus().texts());
  }

  private Texts lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        throw new CorpusFormatException(input.toString(), "a folder", "Name a text file");
      }
      try {
        lines.addAll(Files.readAllLines(input));
      } catch (CharacterCodingException e) {
        throw new CorpusFormatException(
            input.toString(), "not UTF-8", "Save the text in UTF-8 and try again");
      }
    }
    return new Texts(
        IntStream.rangeClosed(1, lines.size()).mapToObj(Integer::toString).toList(), lines);
  }

  private Path ids() {
    String name = out.toString();
    return Path.of(
        (name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name)
            + ".ids.txt");
  }

  /// What is to be embedded.
  private record Texts(List<String> ids, List<String> texts) {}
}
