package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.files.OutputFile;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.viz.MapReader;
import org.papermap.viz.internal.diff.DiffDocument;
import org.papermap.viz.internal.diff.DiffPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/// `papermap diff`: what has changed from one map to another.
@Command(
    name = "diff",
    header = "Shows what has changed from one map to another: papers and topics.",
    description =
        "Papers are the same when their ids are, topics when they share most of their papers. The"
            + " earlier map is turned, mirrored and scaled so that it lies on the later one. The"
            + " page shows both on one frame, with a slider between them.",
    footer = {
      "  papermap diff may june                       in words",
      "  papermap diff may june --out diff.html       as a page",
      "  papermap diff may/map.html june/map.html --json"
    })
final class DiffCommand extends Subcommand {
  private static final int MOST_TOLD = 10;

  @Parameters(index = "0", paramLabel = "OLD", description = "a map.html, or the folder of a map")
  private Path earlier = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "a map.html, or the folder of a map")
  private Path later = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE.html",
      description = "where the page goes (default: no page is made)")
  private @Nullable Path out;

  @Option(names = "--json", description = "print all that changed as JSON")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      Inputs.of(List.of(page(earlier), page(later))).requireApart(out);
      new OutputFile(
              out,
              "a page of 'papermap diff'",
              Pattern.compile("<meta name=\"generator\" content=\"Papermap diff\">"))
          .requireOurs();
      OutputFile.requireWritable(out.toAbsolutePath().resolveSibling(""));
    }
    MapDiff diff = MapDiff.of(MapReader.read(page(earlier)), MapReader.read(page(later)));
    if (out != null) {
      OutputFile.write(out, DiffPage.toHtml(diff));
    }
    PrintWriter printed = out();
    if (json) {
      printed.println(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(DiffDocument.of(diff)));
    } else {
      tell(diff, printed);
    }
    return ExitCode.OK;
  }

  static Path page(Path map) {
    return Files.isDirectory(map) ? map.resolve("map.html") : map;
  }

  private void tell(MapDiff diff, PrintWriter printed) {
    if (diff.isNothing()) {
      printed.println("Nothing changed.");
    } else {
      line(
          printed,
          "Papers",
          "%,d new, %,d gone, %s"
              .formatted(
                  diff.arrived().size(),
                  diff.gone().size(),
                  diff.movement(1) == 0
                      ? "the others have not moved"
                      : "%,d moved by a twentieth of the width or more"
                          .formatted(diff.moved().size())));
      if (diff.movement(1) > 0) {
        line(
            printed,
            "",
            String.format(
                Locale.ROOT,
                "half of those on both maps moved less than %.1f %% of the width, 9 of 10 less than"
                    + " %.1f %%",
                100 * diff.movement(0.5),
                100 * diff.movement(0.9)));
      }
      List<TopicHistory> changed = diff.changedTopics();
      line(
          printed,
          "Topics",
          changed.isEmpty() ? "as they were" : Count.of(changed.size(), "topic") + " changed");
      changed.stream().limit(MOST_TOLD).forEach(it -> line(printed, "", told(it)));
      if (changed.size() > MOST_TOLD) {
        line(printed, "", "… and %,d more".formatted(changed.size() - MOST_TOLD));
      }
    }
    if (out != null) {
      line(printed, "File", out.toString());
    }
  }

  private static String told(TopicHistory topic) {
    StringBuilder told = new StringBuilder(topic.name()).append(": ");
    told.append(
        String.join(
            ", ", topic.changes().stream().map(it -> it.name().toLowerCase(Locale.ROOT)).toList()));
    if (topic.changes().contains(Change.RENAMED)) {
      told.append(" from ").append(topic.earlierName());
    }
    return told.append(" (%,d papers, %,d before)".formatted(topic.papers(), topic.earlierPapers()))
        .toString();
  }

  private static void line(PrintWriter printed, String label, String text) {
    printed.println(TerminalText.of("%-8s%s".formatted(label, text)));
  }
}
