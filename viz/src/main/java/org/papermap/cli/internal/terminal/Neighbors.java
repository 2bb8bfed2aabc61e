package org.papermap.cli.internal.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;
import org.papermap.search.Neighbor;
import org.papermap.search.Neighbor.Highlight;
import tools.jackson.databind.json.JsonMapper;

/// Prints what was found, for people or for programs.
public final class Neighbors {
  /// The most authors to name; further ones are counted.
  private static final int NAMED = 3;

  private Neighbors() {}

  public static void print(List<Neighbor> neighbors, boolean json, PrintWriter out) {
    if (json) {
      out.println(
          JsonMapper.shared()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(neighbors.stream().map(Found::of).toList()));
      return;
    }
    for (Neighbor neighbor : neighbors) {
      out.println(
          TerminalText.of(
              String.format(
                  Locale.ROOT,
                  "%3d  %.4f  %s  (%s)",
                  neighbor.rank(),
                  neighbor.score(),
                  neighbor.paper().title(),
                  neighbor.paper().id())));
      String source = source(neighbor.paper());
      if (!source.isEmpty()) {
        out.println(TerminalText.of("     " + source));
      }
      Highlight why = neighbor.highlight();
      if (why != null) {
        out.println(
            TerminalText.of(
                String.format(Locale.ROOT, "     %.4f  “%s”", why.similarity(), why.sentence())));
      }
    }
  }

  /// Authors, date and link, as far as they are known.
  static String source(Paper paper) {
    List<String> parts = new ArrayList<>();
    List<String> authors = paper.authors();
    if (!authors.isEmpty()) {
      String first = String.join(", ", authors.subList(0, Math.min(NAMED, authors.size())));
      int more = authors.size() - NAMED;
      parts.add(more > 0 ? first + " and " + more + " more" : first);
    }
    if (paper.date() != null) {
      parts.add(paper.dateText());
    }
    if (paper.url() != null) {
      parts.add(paper.url().toString());
    }
    return String.join(" · ", parts);
  }

  /// An entry of the JSON output.
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private record Found(
      int rank,
      double score,
      @Nullable Double similarity,
      String id,
      String title,
      List<String> authors,
      @Nullable String date,
      @Nullable String url,
      @JsonProperty("abstract") String abstractText,
      Map<String, String> fields,
      @Nullable Why why) {
    static Found of(Neighbor neighbor) {
      Paper paper = neighbor.paper();
      return new Found(
          neighbor.rank(),
          // By meaning the score is the cosine before it was cut to 32 bits; here they must agree.
          rounded((float) neighbor.score()),
          neighbor.similarity() == null ? null : rounded(neighbor.similarity()),
          paper.id(),
          paper.title(),
          paper.authors(),
          paper.date() == null ? null : paper.dateText(),
          paper.url() == null ? null : paper.url().toString(),
          paper.abstractText(),
          paper.shown(),
          Why.of(neighbor.highlight()));
    }
  }

  /// The sentence that a paper was found for.
  private record Why(String sentence, double similarity) {
    static @Nullable Why of(@Nullable Highlight highlight) {
      return highlight == null
          ? null
          : new Why(highlight.sentence(), rounded(highlight.similarity()));
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
