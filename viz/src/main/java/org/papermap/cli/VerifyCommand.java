package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.papermap.cli.internal.settings.MapComparison;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.files.InputException;
import org.papermap.map.Provenance;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.internal.Folders;
import org.papermap.viz.MapReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap verify`: whether a map is what its papers give here and now.
@Command(
    name = "verify",
    header = "Makes a map again and shows which stage gives another result, and why.",
    description =
        "The map is made with the options that it carries, from the INPUT or from the files that it"
            + " was made from, if they are beside it, in the folder above it, or in this folder."
            + " Hashes of each stage are compared: what was read, vectors, neighbor graph, groups,"
            + " layout, names, and the page. Ends with status 3 if anything differs.",
    footer = {"  papermap verify out", "  papermap verify thursday.html papers.csv more.csv"})
final class VerifyCommand extends Subcommand {
  private static final String PAGE = "map.html";

  @Parameters(index = "0", paramLabel = "MAP", description = "a map.html, or the folder of a map")
  private Path map = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "INPUT",
      description = "the papers that it was made from")
  private List<Path> inputs = List.of();

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "the folder of the model, where it is not one of models.properties")
  private String model = "";

  @Option(
      names = "--trust-model",
      description = "run a --model that is a program (TorchScript), which can do all that you can")
  private boolean trusted;

  @Override
  public Integer call() throws IOException {
    Path page = Files.isDirectory(map) ? map.resolve(PAGE) : map;
    Provenance recorded = MapReader.read(page).provenance();
    if (recorded.stages().isEmpty()) {
      throw new InputException(
          page + ": an earlier version made it, which kept no hashes. Make it again to verify it.");
    }
    Path work = Files.createTempDirectory("papermap-verify");
    try {
      return compare(page, recorded, work);
    } finally {
      Folders.delete(work);
    }
  }

  private int compare(Path page, Provenance recorded, Path work) throws IOException {
    List<String> changed = Files.isDirectory(map) ? MapFolder.changedFiles(map) : List.<String>of();
    int status = again(page, work.resolve("again"), List.of());
    if (status != ExitCode.OK) {
      return status;
    }
    Path made = work.resolve("again").resolve(PAGE);
    MapComparison comparison =
        MapComparison.of(page, recorded, made, MapReader.read(made).provenance());
    if (comparison.isOfVectors() && Files.isDirectory(map)) {
      Path vectors = map.resolve("embeddings.npy");
      if (!changed.contains("embeddings.npy") && Files.exists(vectors)) {
        List<String> own = List.of("--vectors", vectors.toString(), "--model", recorded.model());
        Path other = work.resolve("own");
        if (again(page, other, own) == ExitCode.OK) {
          comparison =
              comparison.withOwnVectors(
                  MapReader.read(other.resolve(PAGE)).provenance(),
                  vectors,
                  work.resolve("again").resolve("embeddings.npy"));
        }
      }
    }
    PrintWriter out = out();
    comparison.lines().forEach(line -> out.println(TerminalText.of(line)));
    changed.forEach(name ->
        out.println(
            TerminalText.of("%-9s changed since the map was made, or missing".formatted(name))));
    boolean same = comparison.isSame() && changed.isEmpty();
    out.println(same ? "The map is what its papers give." : "Another map.");
    return same ? ExitCode.OK : ExitCode.BAD_INPUT;
  }

  /// Makes the map anew, as `papermap map --again` does.
  private int again(Path page, Path out, List<String> further) {
    List<String> arguments = new ArrayList<>(List.of("map", "--again", page.toString()));
    arguments.addAll(List.of("--out", out.toString()));
    if (!model.isEmpty() && further.isEmpty()) {
      arguments.addAll(List.of("--model", model));
    }
    if (trusted) {
      arguments.add("--trust-model");
    }
    arguments.addAll(further);
    inputs.forEach(it -> arguments.add(it.toString()));
    CommandLine command = spec().commandLine();
    return Main.run(
        new PrintWriter(new StringWriter()), command.getErr(), arguments.toArray(String[]::new));
  }
}
