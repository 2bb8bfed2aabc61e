package org.papermap.cli.internal.terminal;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.layout.FittedLayout.Placement;
import org.papermap.map.MappedPaper;
import org.papermap.pipeline.PaperPlacer;
import tools.jackson.databind.json.JsonMapper;

/// Tells where new papers belong, in words and as JSON.
///
/// @param topics names by number
public record PlacementPrinter(
    List<Paper> papers, List<PaperPlacer.Placed> placed, Map<Integer, String> topics) {
  /// A paper of the map that is as similar as this is the same work.
  private static final double SAME = 0.9999;

  /// Below this share of nearest papers that are also nearest on the map, they are scattered.
  private static final double SCATTERED = 0.2;

  /// An entry of the JSON output.
  ///
  /// @param topic null where the paper is like none of the topics
  /// @param onMap the id of the paper of the map that says the same; null where none does
  private record Entry(
      String id,
      String title,
      double x,
      double y,
      double placeConfidence,
      @Nullable TopicEntry topic,
      @Nullable String onMap,
      List<NearEntry> nearest) {}

  private record TopicEntry(int number, String name, double confidence) {}

  private record NearEntry(
      int rank, double similarity, String id, String title, @Nullable String url) {}

  /// A JSON array with an object for each paper.
  public String json() {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < papers.size(); i++) {
      entries.add(entry(papers.get(i), placed.get(i)));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(entries);
  }

  private Entry entry(Paper paper, PaperPlacer.Placed found) {
    Integer topic = found.topic();
    Placement place = found.place();
    List<NearEntry> near = new ArrayList<>();
    for (PaperPlacer.Near one : found.nearest()) {
      MappedPaper other = one.paper();
      near.add(
          new NearEntry(
              near.size() + 1,
              rounded(one.similarity()),
              other.id(),
              other.title(),
              other.url() == null ? null : other.url().toString()));
    }
    return new Entry(
        paper.id(),
        paper.title(),
        rounded(place.x()),
        rounded(place.y()),
        rounded(place.confidence()),
        topic == null ? null : new TopicEntry(topic, name(topic), rounded(found.confidence())),
        isOnMap(found) ? found.nearest().getFirst().paper().id() : null,
        near);
  }

  private static boolean isOnMap(PaperPlacer.Placed found) {
    return !found.nearest().isEmpty() && found.nearest().getFirst().similarity() >= SAME;
  }

  private String name(int topic) {
    return topics.getOrDefault(topic, "topic " + topic);
  }

  /// A few lines for each paper.
  public void print(PrintWriter out) {
    for (int i = 0; i < papers.size(); i++) {
      if (i > 0) {
        out.println();
      }
      print(papers.get(i), placed.get(i), out);
    }
  }

  private void print(Paper paper, PaperPlacer.Placed found, PrintWriter out) {
    out.println(TerminalText.of(paper.title()));
    if (isOnMap(found)) {
      line(out, "On the map", "already, as " + found.nearest().getFirst().paper().id());
    }
    Integer topic = found.topic();
    line(
        out,
        "Topic",
        topic == null
            ? "none of these: none of the map's papers is like it"
            : String.format(
                Locale.ROOT,
                "%s, by %.0f %% of its nearest papers",
                name(topic),
                100 * found.confidence()));
    Placement place = found.place();
    line(
        out,
        "Place",
        String.format(
            Locale.ROOT,
            "%.0f %% from the left, %.0f %% from the bottom; %s",
            100 * place.x(),
            100 * place.y(),
            place.confidence() < SCATTERED
                ? "unsure, since its nearest papers lie scattered"
                : String.format(
                    Locale.ROOT,
                    "%.0f %% of its nearest papers are nearest there, too",
                    100 * place.confidence())));
    String label = "Nearest";
    for (PaperPlacer.Near near : found.nearest()) {
      line(
          out,
          label,
          String.format(
              Locale.ROOT,
              "%.4f  %s  (%s)",
              near.similarity(),
              near.paper().title(),
              near.paper().id()));
      label = "";
    }
  }

  private static void line(PrintWriter out, String label, String text) {
    out.println(TerminalText.of(String.format("  %-12s%s", label, text)));
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
