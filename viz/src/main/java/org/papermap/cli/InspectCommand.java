package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.map.MapDescription;
import org.papermap.map.Provenance;
import org.papermap.topic.Topic;
import org.papermap.viz.MapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `papermap inspect`: what a map was made from.
@Command(
    name = "inspect",
    header = "Shows what a map was made from, how, and how far it can be trusted.",
    description = {"", "Reads the map.html alone; nothing in it is run.", ""},
    footer = "  papermap inspect out/map.html")
final class InspectCommand extends Subcommand {
  @Parameters(paramLabel = "MAP.html", description = "the map")
  private Path map = Path.of("");

  @Override
  public Integer call() throws IOException {
    MapDescription page = MapReader.read(map);
    PrintWriter out = out();
    line(out, "title", page.title());
    line(out, "papers", "%,d".formatted(page.papers().size()));
    line(out, "abstracts", hasAbstracts(page) ? "in the file" : "not in the file");
    Provenance provenance = page.provenance();
    for (Provenance.Source source : provenance.sources()) {
      line(out, "input", source.name() + "  sha256 " + source.sha256());
    }
    line(out, "model", provenance.model());
    line(out, "vectors", provenance.identity());
    line(out, "papermap", provenance.version());
    provenance.settings().forEach((name, value) -> line(out, name, value));
    Truncation truncation = provenance.truncation();
    line(
        out,
        "read",
        "%d of %d texts to their end, %d tokens at most"
            .formatted(
                truncation.texts() - truncation.cutTexts(),
                truncation.texts(),
                truncation.maxTokens()));
    line(out, "neighbors kept", "%.3f".formatted(page.quality().neighborsKept()));
    line(out, "trustworthiness", "%.3f".formatted(page.quality().trustworthiness()));
    out.println();
    for (Topic topic : page.topics()) {
      out.printf("%7d  %s%n", topic.papers().size(), TerminalText.of(topic.name()));
    }
    return ExitCode.OK;
  }

  private static boolean hasAbstracts(MapDescription page) {
    return page.papers().stream().anyMatch(paper -> !paper.abstractText().isEmpty());
  }

  private static void line(PrintWriter out, String name, String value) {
    out.printf("%-16s %s%n", TerminalText.of(name), TerminalText.of(value));
  }
}
