package org.papermap.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.papermap.cli.internal.eval.EvalCommand;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.HelpPages;
import org.papermap.cli.internal.terminal.StandardOutput;
import org.papermap.pipeline.internal.Versions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.TypeConversionException;

/// The `papermap` command.
@Command(
    name = "papermap",
    header = "Topic maps and nearest-paper lookup for collections of paper abstracts.",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "By the launcher also:",
      "  papermap mcp         lets an assistant search maps and indexes (Model Context Protocol)",
      "",
      "With the sources, by the launcher beside them:",
      "  ./papermap test      runs the whole test suite",
      "  ./papermap bench     measures Papermap beside its peers",
      "  ./papermap dist      packs an archive that runs without Maven, network and compiler",
      "  ./papermap install   puts the jars into Maven's local repository, for programs of your"
          + " own",
      "",
      "Exit status: 0 done, 1 could not be done here, 2 wrong command line, 3 wrong input file.",
      "",
      "Examples:",
      "  papermap map                          the papers in data/, as out/map.html",
      "  papermap map papers.csv --out mine    a map of your own papers",
      "  papermap nearest \"fast attention\"     papers near a text",
      "  papermap place out \"fast attention\"   where a new paper belongs on a map"
    })
final class Main {
  static {
    // Warnings of libraries look like our own lines. This must be set before the first logger
    // exists.
    System.setProperty("java.util.logging.SimpleFormatter.format", "papermap: %5$s%n");
  }

  /// Without the incubating vector module Lucene warns of a slower loop. The field keeps the logger
  /// alive: a logger that is collected loses its level.
  private static final Logger LUCENE_LOOPS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private static final List<Class<?>> COMMANDS =
      List.of(
          MapCommand.class,
          ReadCommand.class,
          IndexCommand.class,
          NearestCommand.class,
          DiffCommand.class,
          DigestCommand.class,
          PlaceCommand.class,
          EmbedCommand.class,
          NamesCommand.class,
          EvalCommand.class,
          InspectCommand.class,
          VerifyCommand.class,
          ExtractCommand.class,
          ModelsCommand.class,
          CacheCommand.class,
          NotebookCommand.class,
          TrainCommand.class,
          HelpCommand.class);

  private Main() {}

  public static void main(String[] args) {
    settle();
    StandardOutput standard = new StandardOutput();
    PrintWriter out = new PrintWriter(standard, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int status = run(out, err, args);
    out.flush();
    standard.loss().ifPresent(loss -> err.println("papermap: " + loss));
    err.flush();
    System.exit(status == ExitCode.OK && standard.isLost() ? ExitCode.FAILED : status);
  }

  /// Sets what holds for a whole process of Papermap.
  static void settle() {
    // All output is English, figures included.
    Locale.setDefault(Locale.ROOT);
    LUCENE_LOOPS.setLevel(Level.SEVERE);
  }

  /// Runs one command line and tells its exit status, see [ExitCode].
  static int run(PrintWriter out, PrintWriter err, String... args) {
    CommandLine command = new CommandLine(new Main());
    asked(args).forEach(command::addSubcommand);
    // What follows must come after the subcommands are added, or they do not get it.
    command
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Failures::wrongCommandLine)
        .setExecutionExceptionHandler(Failures::failed)
        .registerConverter(Path.class, Main::path);
    HelpPages.arrange(command);
    try {
      return command.execute(args.length == 0 ? new String[] {"--help"} : args);
    } catch (VirtualMachineError | LinkageError e) {
      return Failures.broken(e, command);
    }
  }

  /// The command that is asked for alone, as setting up all of them takes a tenth of the time of a
  /// short one. All of them where none is named, or help.
  private static List<Class<?>> asked(String... args) {
    String name = args.length == 0 ? "" : args[0] + "command";
    List<Class<?>> named =
        COMMANDS.stream()
            .filter(it -> it.getSimpleName().toLowerCase(Locale.ROOT).equals(name))
            .filter(it -> it != HelpCommand.class)
            .toList();
    return named.isEmpty() ? COMMANDS : named;
  }

  /// A path from the command line. An empty one would be the current folder, so it is refused.
  private static Path path(String word) {
    if (word.isBlank()) {
      throw new TypeConversionException("'" + word + "': names nothing. Give a path.");
    }
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(word + ": no path. Give one.");
    }
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return Versions.all().entrySet().stream()
          .map(entry -> entry.getKey() + " " + entry.getValue())
          .toArray(String[]::new);
    }
  }
}
