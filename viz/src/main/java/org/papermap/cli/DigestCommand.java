package org.papermap.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.cli.internal.options.MapModelOption;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalProgress;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.files.OutputFile;
import org.papermap.map.MapDescription;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.map.internal.digest.Digest;
import org.papermap.pipeline.internal.Inputs;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.viz.MapReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap digest`: a letter about what is new on a map.
@Command(
    name = "digest",
    header = "Writes a letter about what is new on a map since an earlier one, in Markdown.",
    description =
        "It tells which new papers are in the middle of their topics, which are unlike what was"
            + " there, what is new topic by topic with the nearest old paper of each, what to read"
            + " together, what became of the topics, and what is gone.",
    footer = {
      "  papermap digest --since may june",
      "  papermap digest --since may june --out june.md"
    })
final class DigestCommand extends Subcommand {
  @Option(
      names = "--since",
      required = true,
      paramLabel = "OLD",
      description = "the earlier map: a map.html, or the folder of a map")
  private Path since = Path.of("");

  @Parameters(
      arity = "0..1",
      paramLabel = "MAP",
      defaultValue = "out",
      description =
          "the folder of a map, or a map.html; for one that lies alone, the papers in it are"
              + " embedded again (default: ${DEFAULT-VALUE})")
  private Path map = Path.of("out");

  @Option(
      names = "--out",
      paramLabel = "FILE.md",
      description = "where the letter goes (default: standard output)")
  private @Nullable Path out;

  @Mixin private MapModelOption model = new MapModelOption();

  @Override
  public Integer call() throws IOException {
    if (out != null) {
      Inputs.of(List.of(DiffCommand.page(since), DiffCommand.page(map))).requireApart(out);
      new OutputFile(out, "a letter of 'papermap digest'", Pattern.compile("^" + Digest.BEGINNING))
          .requireOurs();
      OutputFile.requireWritable(out.toAbsolutePath().resolveSibling(""));
    }
    MapDescription earlier = MapReader.read(DiffCommand.page(since));
    MapDescription later = MapReader.read(DiffCommand.page(map));
    String letter;
    try (TerminalProgress progress = TerminalProgress.standard()) {
      EmbeddingMatrix vectors = OpenedMap.vectors(map, model, progress);
      letter = Digest.of(MapDiff.of(earlier, later), vectors);
    }
    if (out == null) {
      letter.lines().forEach(it -> out().println(TerminalText.of(it)));
    } else {
      OutputFile.write(out, letter);
    }
    return ExitCode.OK;
  }
}
