package org.papermap.cli.internal.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.papermap.corpus.ReadReport;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.layout.LayoutQuality;
import org.papermap.map.MapHistory;
import org.papermap.map.PaperMap;
import org.papermap.pipeline.MapResult;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.theme.ThemeAssignment;
import org.papermap.topic.Topic;
import org.papermap.wordsearch.WordSearch.SearchQuality;

/// The summary that is printed when a map is done.
public record Summary(MapResult result, PrintWriter out) {
  private static final int COLUMN = 10;

  /// The most topics to list; the page has them all.
  private static final int MOST_NAMED = 8;

  public static void print(MapResult result, List<Path> files, long nanos, PrintWriter out)
      throws IOException {
    Summary summary = new Summary(result, out);
    summary.papers();
    summary.texts();
    summary.topics();
    summary.themes();
    summary.match();
    summary.quality();
    summary.search();
    summary.line("Time", "%.1f s".formatted(nanos / 1e9));
    summary.files(files);
  }

  private void search() {
    if (result.map().wordSearch() != null) {
      SearchQuality quality = result.map().wordSearch().quality();
      line(
          "Search",
          "the page finds %.1f of the model's own ten by meaning, %.1f by keywords"
              .formatted(10 * quality.meaning(), 10 * quality.keywords()));
    }
  }

  private void papers() {
    ReadReport reading = result.reading();
    StringBuilder text =
        new StringBuilder("%,d kept of %,d".formatted(reading.kept(), reading.rows()));
    reading
        .dropCounts()
        .forEach((reason, count) -> text.append(", %,d %s".formatted(count, reason.words())));
    if (!reading.bare().isEmpty()) {
      text.append("; %,d without an abstract".formatted(reading.bare().size()));
    }
    if (!reading.navigation().isEmpty()) {
      text.append("; %,d lines of navigation".formatted(reading.navigation().size()));
    }
    line("Papers", text.toString());
  }

  private void texts() {
    Truncation cut = result.map().provenance().truncation();
    if (cut.maxTokens() == 0) {
      line("Texts", "not read: " + result.map().provenance().settings().get("vectors"));
      return;
    }
    line(
        "Texts",
        "%,d embedded by %s, %,d from the cache"
            .formatted(
                result.embeddings().computed(),
                result.map().provenance().model(),
                cut.texts() - result.embeddings().computed()));
    if (cut.cutTexts() > 0) {
      line(
          "",
          "%s of them are longer than %d tokens, %s of all tokens were not read"
              .formatted(percent(cut.textShare()), cut.maxTokens(), percent(cut.tokenShare())));
    }
  }

  private void topics() {
    PaperMap map = result.map();
    if (map.areas().isEmpty()) {
      line("Topics", Integer.toString(map.topics().size()));
      map.topics().forEach(topic -> topic(topic, ""));
    } else {
      line("Topics", "%d in %d areas".formatted(map.topics().size(), map.areas().size()));
      for (Topic area : map.areas()) {
        topic(area, "");
        if (!isItsOnlyTopic(area)) {
          area.subtopics().forEach(topic -> topic(topic, "  "));
        }
      }
    }
    int noise = result.map().tree().topics().noise();
    if (noise > 0) {
      double share = (double) noise / result.map().corpus().size();
      line("", "%5d  in no topic, %s of all".formatted(noise, percent(share)));
    }
  }

  /// Whether an area has a single topic of the same name.
  private static boolean isItsOnlyTopic(Topic area) {
    return area.subtopics().size() == 1 && area.subtopics().getFirst().name().equals(area.name());
  }

  private void topic(Topic topic, String indent) {
    line("", "%s%5d  %s".formatted(indent, topic.papers().size(), topic.name()));
  }

  private void themes() {
    ThemeAssignment themes = result.map().themes();
    if (themes.themes().isEmpty()) {
      return;
    }
    List<String> counts = new ArrayList<>();
    for (int theme = 0; theme < themes.themes().size(); theme++) {
      counts.add(themes.themes().get(theme).name() + " " + themes.papersOf(theme).size());
    }
    long without =
        IntStream.range(0, themes.rows()).filter(row -> themes.themesOf(row).isEmpty()).count();
    line("Themes", String.join(", ", counts));
    line(
        "",
        "%s in two themes or more, %d in none".formatted(papers(themes.bridges().size()), without));
  }

  private void match() {
    Match kept = result.match();
    if (kept == null) {
      return;
    }
    line(
        "Earlier",
        kept.movement().ninetieth() == 0
            ? "%,d papers of the earlier map keep their places".formatted(kept.movement().papers())
            : "%,d papers were on the earlier map: half moved less than %.1f %% of its width, 9 of 10"
                    .formatted(kept.movement().papers(), 100 * kept.movement().median())
                + " less than %.1f %%".formatted(100 * kept.movement().ninetieth()));
    line("", "%d of its %d topics are still there".formatted(kept.kept(), kept.earlier()));
    MapHistory history = result.map().history();
    long fresh = result.map().firstSeen().stream().filter(history::isNew).count();
    line(
        "New",
        "%s since %s, %,d gone"
            .formatted(
                papers(Math.toIntExact(fresh)),
                history.earlierDay() == null ? "the map before" : history.earlierDay(),
                history.gone().size()));
    List<String> born =
        history.topics().stream()
            .filter(it -> it.changes().contains(MapHistory.Change.BORN))
            .map(MapHistory.TopicHistory::name)
            .toList();
    if (!born.isEmpty()) {
      line("", "new topics: " + String.join(", ", born));
    }
    if (!history.refitDue().isEmpty()) {
      line("", history.refitDue());
    }
  }

  private void quality() {
    LayoutQuality layout = result.map().layoutQuality();
    int nearest = result.map().neighbors().k();
    // A paper that is alone has no nearest ones to keep.
    if (nearest > 0) {
      line(
          "Quality",
          "the map keeps %s of %s, trustworthiness %.3f, continuity %.3f"
              .formatted(
                  percent(layout.neighborsKept()),
                  nearest == 1 ? "the nearest papers" : "the " + nearest + " nearest papers",
                  layout.trustworthiness(),
                  layout.continuity()));
      double recall = result.map().neighbors().recall();
      if (recall < 1) {
        line(
            "",
            "of papers this many not all pairs were compared; %.1f %% of the nearest were found"
                .formatted(100 * recall));
      }
      List<String> unstable =
          result.map().topics().stream()
              .filter(topic -> result.quality().isUnstable(topic.number()))
              .map(Topic::name)
              .toList();
      line(
          "",
          "topic silhouette %.3f".formatted(result.quality().silhouette())
              + (result.quality().isStabilityMeasured() ? "; " + stability(unstable) : ""));
    }
  }

  /// Which topics do not come back when a part of the papers is grouped anew.
  ///
  /// @param unstable their names, those of the largest topics first
  static String stability(List<String> unstable) {
    if (unstable.isEmpty()) {
      return "all topics come back when a part of the papers is grouped anew";
    }
    List<String> named = unstable.subList(0, Math.min(MOST_NAMED, unstable.size()));
    return "these do not come back when a part of the papers is grouped anew: "
        + String.join(", ", named)
        + (named.size() < unstable.size()
            ? " and " + (unstable.size() - named.size()) + " more"
            : "");
  }

  private void files(List<Path> files) throws IOException {
    int width = files.stream().mapToInt(file -> file.toString().length()).max().orElse(0);
    String label = "Files";
    for (Path file : files) {
      line(label, ("%-" + width + "s  %8s").formatted(file, size(Files.size(file))));
      label = "";
    }
  }

  private void line(String label, String text) {
    out.println(TerminalText.of(("%-" + COLUMN + "s").formatted(label) + text));
  }

  private static String papers(int count) {
    return count == 1 ? "1 paper" : "%,d papers".formatted(count);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.0f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }
}
