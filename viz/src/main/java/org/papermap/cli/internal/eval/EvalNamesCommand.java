package org.papermap.cli.internal.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.papermap.cli.internal.options.ModelOption;
import org.papermap.cli.internal.options.Models;
import org.papermap.cli.internal.terminal.Count;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.Subcommand;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.embed.Embedder;
import org.papermap.pipeline.MapFolder;
import org.papermap.pipeline.SavedMap;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.NameJudge;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `papermap eval names`: the names on a map.
@Command(
    name = "names",
    header = "Measures how well the names on a map suit their papers.",
    description =
        "The map's own model embeds each name; no reader and no language model is asked. AUC is the"
            + " share of pairs, of a paper of the group and one of a group beside it, in which the"
            + " former is nearer to the name (.5 is chance). Found is the share of papers that are"
            + " nearer to their group's name than to any beside it. Exemplars are left out of both."
            + " Coverage is the share of papers that have the words of the name; specific is the"
            + " rate of those in the group beside that elsewhere, from 0 to 1. The score is half"
            + " the AUC above chance and half of found.",
    footer = {"  papermap eval names out", "  papermap eval names out --all"})
final class EvalNamesCommand extends Subcommand {
  /// The number of names listed without `--all`, lowest scores first.
  private static final int WORST = 10;

  @Parameters(index = "0", paramLabel = "MAP", description = "the folder of a map")
  private Path map = Path.of("out");

  @Option(names = "--all", description = "list all names, not the ten worst alone")
  private boolean all;

  @Mixin private ModelOption model = new ModelOption();

  @Override
  public Integer call() throws IOException {
    SavedMap saved = MapFolder.open(map);
    PrintWriter out = out();
    try (Embedder embedder =
        model.isNamed() ? saved.embedder(model.choose()) : saved.embedder(Models.catalog())) {
      List<NameJudge.Fit> fits =
          NameJudge.of(saved.named(), saved.corpus(), saved.vectors(), embedder::embed).all();
      out.println("           names    AUC  found  coverage  specific  unique  score");
      for (TopicLabel.Level level : TopicLabel.Level.values()) {
        print(plural(level), fits, fit -> fit.level() == level, out);
      }
      print("all", fits, _ -> true, out);
      print(fits, out);
    }
    return ExitCode.OK;
  }

  private static String plural(TopicLabel.Level level) {
    return switch (level) {
      case AREA -> "areas";
      case TOPIC -> "topics";
      case SUBTOPIC -> "sub-topics";
    };
  }

  private static void print(
      String kind, List<NameJudge.Fit> fits, Predicate<NameJudge.Fit> isMeant, PrintWriter out) {
    List<NameJudge.Fit> meant = fits.stream().filter(isMeant).toList();
    if (!meant.isEmpty()) {
      out.println(
          String.format(
              Locale.ROOT,
              "%-10s %5d  %5.3f  %5.3f  %8.3f  %8.3f  %6.3f  %5.3f",
              kind,
              meant.size(),
              mean(meant, NameJudge.Fit::auc),
              mean(meant, NameJudge.Fit::identified),
              mean(meant, NameJudge.Fit::coverage),
              mean(meant, NameJudge.Fit::specificity),
              mean(meant, fit -> fit.unique() ? 1 : 0),
              mean(meant, NameJudge.Fit::score)));
    }
  }

  private static double mean(List<NameJudge.Fit> fits, ToDoubleFunction<NameJudge.Fit> figure) {
    return fits.stream().mapToDouble(figure).average().orElse(0);
  }

  private void print(List<NameJudge.Fit> fits, PrintWriter out) {
    List<NameJudge.Fit> listed =
        all
            ? fits
            : fits.stream()
                .sorted((a, b) -> Double.compare(a.score(), b.score()))
                .limit(WORST)
                .toList();
    out.println();
    out.println(
        all ? "Every name:" : "The lowest scores (%s):".formatted(Count.of(listed.size(), "name")));
    for (NameJudge.Fit fit : listed) {
      out.println(
          String.format(
              Locale.ROOT,
              "%5.3f  AUC %5.3f  found %5.3f  coverage %5.3f  specific %5.3f  %-8s  %s%s",
              fit.score(),
              fit.auc(),
              fit.identified(),
              fit.coverage(),
              fit.specificity(),
              fit.level().name().toLowerCase(Locale.ROOT),
              TerminalText.of(fit.name()),
              fit.unique() ? "" : " (not unique)"));
    }
  }
}
