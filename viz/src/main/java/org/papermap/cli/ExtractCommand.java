package org.papermap.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.files.OutputFile;
import org.papermap.files.SpreadsheetText;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.viz.MapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap extract`: the papers of a map's file as a table.
@Command(
    name = "extract",
    header = "Gives the papers in a map back as a CSV table.",
    description =
        "One row a paper, in the order of the map's input, with topic, themes and place; further"
            + " fields of the papers follow as columns. The table can be the input of another map.",
    footer = {
      "  papermap extract out/map.html --out papers.csv",
      "  papermap extract out/map.html | head"
    })
final class ExtractCommand extends Subcommand {
  private static final List<String> HEAD =
      List.of(
          "id",
          "title",
          "abstract",
          "authors",
          "date",
          "url",
          "topic",
          "subtopic",
          "themes",
          "x",
          "y",
          "neighbors_kept");

  @Parameters(paramLabel = "MAP.html", description = "the map")
  private Path map = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where the table goes (default: standard output)")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      Inputs.of(List.of(map)).requireApart(out);
      new OutputFile(out, "a table of papers", Pattern.compile("^" + String.join(",", HEAD)))
          .requireOurs();
      OutputFile.requireWritable(out.toAbsolutePath().resolveSibling(""));
    }
    MapDescription page = MapReader.read(map);
    if (out == null) {
      write(page, out());
    } else {
      OutputFile.write(
          out,
          stream -> {
            Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
            write(page, writer);
            writer.flush();
          });
    }
    return ExitCode.OK;
  }

  private static void write(MapDescription page, Writer writer) throws IOException {
    Set<String> further = new LinkedHashSet<>();
    page.papers().forEach(paper -> further.addAll(paper.extra().keySet()));
    HEAD.forEach(further::remove);
    // The caller closes the writer.
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    List<String> head = new ArrayList<>(HEAD);
    further.forEach(name -> head.add(SpreadsheetText.of(name)));
    csv.writeRecord(head);
    for (MappedPaper paper : page.papers()) {
      csv.writeRecord(row(page, paper, further));
    }
    csv.flush();
  }

  private static List<String> row(MapDescription page, MappedPaper paper, Set<String> further) {
    List<String> row =
        new ArrayList<>(
            List.of(
                SpreadsheetText.of(paper.id()),
                SpreadsheetText.of(paper.title()),
                SpreadsheetText.of(paper.abstractText()),
                SpreadsheetText.of(String.join("; ", paper.authors())),
                paper.paper().dateText(),
                SpreadsheetText.of(Objects.toString(paper.url(), "")),
                SpreadsheetText.of(page.topicName(paper)),
                SpreadsheetText.of(page.subtopicName(paper)),
                SpreadsheetText.of(String.join("; ", paper.themes())),
                Float.toString(paper.x()),
                Float.toString(paper.y()),
                Double.toString(paper.neighborsKept())));
    further.forEach(name -> row.add(SpreadsheetText.of(paper.extra().getOrDefault(name, ""))));
    return row;
  }
}
