package org.papermap.bench;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.papermap.cli.internal.terminal.HelpPages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// `papermap bench`: each subcommand measures one part, beside its peers.
@Command(
    name = "papermap bench",
    header = "Measures Papermap beside its peers, on this machine.",
    description = {
      "",
      "Figures are medians over several rounds, the peers' rounds between ours; quote ratios,"
          + " since other work on the machine moves the figures themselves.",
      ""
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      EmbedBench.class,
      ClusterBench.class,
      GrowthBench.class,
      PageBench.class,
      PlaceBench.class,
      ReadBench.class,
      LookupBench.class,
      FilterBench.class,
      Soak.class,
      SoakIndexBench.class,
      HelpCommand.class
    })
public final class Bench {
  /// This logger would write about the processor in the midst of the figures.
  private static final Logger LUCENE_LOOPS =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private Bench() {}

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    // The peers load the same libraries, and earlier than Papermap. Telemetry is off for all.
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    LUCENE_LOOPS.setLevel(Level.OFF);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    CommandLine command =
        new CommandLine(new Bench())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpAutoWidth(true)
            .setExecutionExceptionHandler((e, failed, _) -> {
              failed.getErr().println("papermap bench: " + e.getMessage());
              return failed.getCommandSpec().exitCodeOnExecutionException();
            });
    HelpPages.arrange(command);
    int status = command.execute(args.length == 0 ? new String[] {"--help"} : args);
    System.exit(status == 0 && out.checkError() ? 1 : status);
  }
}
