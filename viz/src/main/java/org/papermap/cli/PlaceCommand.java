package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.papermap.cli.internal.options.MapModelOption;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Losses;
import org.papermap.cli.internal.terminal.PlacementPrinter;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.files.InputException;
import org.papermap.model.TextKind;
import org.papermap.pipeline.PaperPlacer;
import org.papermap.pipeline.SavedMap;
import org.papermap.vectors.EmbeddingMatrix;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap place`: where a new paper belongs on an earlier map.
@Command(
    name = "place",
    header = "Shows where a new paper belongs on a map: its place, topic and nearest papers.",
    description =
        "The map stays as it is. The paper is a text, its title in the first line, or a file of"
            + " papers in any format that 'papermap read' reads. A paper that is like none of the"
            + " map's topics gets none.",
    footer = {
      "  papermap place out \"Sparse attention for long documents\"",
      "  papermap place out new.bib --json",
      "  papermap place thursday.html - <abstract.txt    a title and an abstract, pasted"
    })
final class PlaceCommand extends Subcommand {
  /// The longest text that can be a title with an abstract.
  private static final int LONGEST_TEXT = 50_000;

  private static final Pattern NAME_OF_FILE = Pattern.compile("\\S*[/\\\\]\\S*|\\S+\\.\\w{1,7}");

  @Parameters(
      index = "0",
      paramLabel = "MAP",
      description =
          "the folder of a map, or a map.html; for one that lies alone, the papers in it are"
              + " embedded again")
  private Path map = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT|FILE",
      description = "a text, a file of papers, or - for a text from standard input")
  private List<String> words = List.of();

  @Option(
      names = "-k",
      paramLabel = "N",
      defaultValue = "5",
      description = "how many nearest papers to tell (default: ${DEFAULT-VALUE})")
  private int nearest = 5;

  @Option(names = "--json", description = "print a JSON array, an object a paper")
  private boolean json;

  @Mixin private MapModelOption model = new MapModelOption();

  @Override
  public Integer call() throws IOException {
    if (nearest < 1) {
      throw wrong("-k: " + nearest + ". Give 1 or more.");
    }
    List<Paper> papers = papers();
    if (papers.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    PrintWriter out = out();
    try (TerminalProgress progress = TerminalProgress.standard();
        OpenedMap opened = OpenedMap.of(map, model, progress)) {
      Embedder embedder = opened.embedder();
      SavedMap saved = opened.map();
      if (saved.papers().isEmpty()) {
        throw new InputException(map + ": has no papers. Give a map of some.");
      }
      EmbeddingMatrix vectors =
          embedder
              .embed(papers.stream().map(Paper::text).toList(), TextKind.PASSAGE, progress)
              .vectors();
      List<PaperPlacer.Placed> placed =
          PaperPlacer.of(saved.papers(), saved.vectors()).place(vectors, nearest);
      PlacementPrinter printer = new PlacementPrinter(papers, placed, saved.topics());
      if (json) {
        out.println(printer.json());
      } else {
        printer.print(out);
      }
    }
    return ExitCode.OK;
  }

  private List<Paper> papers() throws IOException {
    String text = String.join(" ", words);
    if (text.equals("-")) {
      // Bytes that are not UTF-8 are mostly accents; the rest of the text is enough.
      return List.of(
          pasted("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8)));
    }
    if (words.size() == 1 && isFile(text)) {
      return inFile(Path.of(text));
    }
    if (words.size() == 1 && NAME_OF_FILE.matcher(text).matches()) {
      throw new NoSuchFileException(text);
    }
    return List.of(pasted("text", text));
  }

  private static boolean isFile(String text) {
    try {
      return Files.exists(Path.of(text));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private List<Paper> inFile(Path file) throws IOException {
    if (Files.isRegularFile(file) && Files.size(file) <= LONGEST_TEXT && isText(file)) {
      return List.of(pasted(file.toString(), Files.readString(file)));
    }
    CorpusReading reading = CorpusReader.read(file);
    Losses.print(reading.report(), err());
    if (reading.corpus().isEmpty()) {
      Losses.nothingLeft(reading.report(), err());
    }
    return reading.corpus().papers();
  }

  /// Whether a file holds plain text, and no papers in a known format.
  private static boolean isText(Path file) throws IOException {
    if (!file.toString().endsWith(".txt")) {
      return false;
    }
    try {
      return CorpusReader.read(file).corpus().isEmpty();
    } catch (InputException _) {
      return true;
    }
  }

  /// A text with the title in its first line, or a title alone.
  private static Paper pasted(String where, String text) throws InputException {
    List<String> lines = text.lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    if (lines.isEmpty() || text.length() > LONGEST_TEXT) {
      throw new InputException(
          "%s: %s. Give a title and an abstract."
              .formatted(where, lines.isEmpty() ? "empty" : "too long for an abstract"));
    }
    return Paper.of("pasted", lines.getFirst(), String.join(" ", lines.subList(1, lines.size())));
  }
}
