package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.papermap.cli.internal.options.Home;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.files.OutputFile.OutputException;
import org.papermap.notebook.internal.Jupyter;
import org.papermap.notebook.internal.Notebook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/// `papermap notebook`: Jupyter with Papermap in it.
@Command(
    name = "notebook",
    header = "Opens the notebooks in Jupyter, with a Java kernel that has Papermap.",
    description =
        "The kernel and all that Jupyter keeps are under viz/target, nothing in the home directory."
            + " Options that are not listed here go to Jupyter, such as --no-browser, --port=8889"
            + " or --allow-root.",
    footer = {
      "  papermap notebook",
      "  papermap notebook notebooks/from-dump-to-map.ipynb --no-browser",
      "  papermap notebook --check      runs them all, and tells what has changed",
      "  papermap notebook --refresh    runs them all, and stores what they show"
    })
final class NotebookCommand extends Subcommand {
  private static final String SUFFIX = ".ipynb";

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "notebooks (default: the notebooks folder beside the launcher)")
  private List<Path> files = List.of();

  @Option(
      names = "--check",
      description = "run the notebooks headless; fail where a cell does, or shows something else")
  private boolean check;

  @Option(names = "--refresh", description = "run the notebooks headless and store the outputs")
  private boolean refresh;

  @Unmatched private List<String> others = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
    }
    boolean opens = !check && !refresh;
    if (check && refresh) {
      throw wrong("--check and --refresh: one after the other. Give one.");
    }
    if (!opens && !others.isEmpty()) {
      throw wrong(
          others.getFirst() + ": an option for Jupyter, which is not opened here. Leave it out.");
    }
    if (opens && files.size() > 1) {
      throw wrong("%d notebooks to open. Name one, or none for all.".formatted(files.size()));
    }
    Jupyter jupyter =
        Jupyter.in(
            Home.file("viz").resolve("target").resolve("jupyter"),
            System.getProperty("java.class.path"));
    return opens ? open(jupyter) : runAll(jupyter);
  }

  private int open(Jupyter jupyter) throws IOException, InterruptedException {
    Path place = files.isEmpty() ? Home.file("notebooks") : files.getFirst();
    Process server = jupyter.open(place.toAbsolutePath().normalize(), others);
    // Ctrl-C ends the server, too; otherwise it would ask a question that nobody can answer.
    Thread end =
        new Thread(() -> {
          server.destroy();
          server.onExit().join();
        });
    Runtime.getRuntime().addShutdownHook(end);
    int status = server.waitFor();
    return status == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private int runAll(Jupyter jupyter) throws IOException {
    boolean failed = false;
    for (Path file : files.isEmpty() ? all() : files) {
      failed |= !run(jupyter, file);
    }
    return failed ? ExitCode.FAILED : ExitCode.OK;
  }

  private boolean run(Jupyter jupyter, Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Notebook stored = Notebook.read(file);
    Notebook run = jupyter.run(file);
    List<String> complaints = new ArrayList<>(run.errors());
    PrintWriter out = out();
    if (refresh && complaints.isEmpty()) {
      if (!Arrays.equals(before, Files.readAllBytes(file))) {
        throw new OutputException(
            file, "was changed while it was run", "Save it, and run the command again");
      }
      stored.withOutputsOf(run).write(file);
      out.println(file.getFileName() + "  stored");
    } else {
      if (complaints.isEmpty()) {
        complaints.addAll(stored.differences(run));
      }
      out.println(file.getFileName() + (complaints.isEmpty() ? "  as stored" : ""));
      complaints.forEach(it -> out.println("  " + TerminalText.of(it)));
    }
    out.flush();
    return complaints.isEmpty();
  }

  private static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.list(Home.file("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }
}
