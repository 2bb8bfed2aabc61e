package org.papermap.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.embed.CacheInventory;
import org.papermap.files.CacheFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `papermap cache`: what is kept between runs.
@Command(
    name = "cache",
    header = "Shows what is kept between runs, and removes what is no longer used.",
    description =
        "No longer used are the vectors and imports of models that models.properties does not have,"
            + " or describes differently now, and those of an older Papermap. What a model in a"
            + " folder of yours has made is kept. All of the cache may be deleted at any time.",
    footer = {
      "  papermap cache --stats",
      "  papermap cache --prune --dry-run     what would be removed",
      "  papermap cache --prune"
    })
final class CacheCommand extends Subcommand {
  @Option(names = "--stats", description = "list what is kept, and check all vectors")
  private boolean stats;

  @Option(names = "--prune", description = "remove what is no longer used")
  private boolean prune;

  @Option(names = "--dry-run", description = "with --prune: list it, and remove nothing")
  private boolean dryRun;

  @Override
  public Integer call() throws IOException {
    if (stats == prune || dryRun && !prune) {
      throw wrong("Give --stats, --prune, or --prune --dry-run.");
    }
    CacheInventory cache = CacheInventory.of(CacheFolder.standard(), Models.catalog());
    PrintWriter out = out();
    if (stats) {
      print(cache.items(), out);
      out.println(total(cache.items()) + " in " + cache.folder());
      return ExitCode.OK;
    }
    if (!dryRun) {
      cache.prune();
    }
    print(cache.unused(), out);
    out.println(total(cache.unused()) + (dryRun ? " would be removed" : " removed"));
    return ExitCode.OK;
  }

  private static void print(List<CacheInventory.Item> items, PrintWriter out) {
    for (CacheInventory.Item item : items) {
      out.println(
          TerminalText.of(
              "%s %10s  %-28s  %s"
                  .formatted(
                      item.used() ? " " : "-", size(item.bytes()), holds(item), item.name())));
    }
  }

  private static String holds(CacheInventory.Item item) {
    return switch (item.kind()) {
      case VECTORS ->
          Count.of(item.vectors(), "vector")
              + (item.damaged() == 0 ? "" : ", %,d damaged".formatted(item.damaged()));
      case MODEL -> "imported model";
      case LIBRARIES -> "unpacked libraries";
    };
  }

  private static String total(List<CacheInventory.Item> items) {
    return size(items.stream().mapToLong(CacheInventory.Item::bytes).sum());
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
