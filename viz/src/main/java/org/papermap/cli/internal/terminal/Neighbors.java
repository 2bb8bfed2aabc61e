package org.papermap.cli.internal.terminal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Highlight;
import org.papermap.search.Neighbor;
import tools.jackson.databind.json.JsonMapper;

/// Prints what was found, for people or for programs.
public final class Neighbors {
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
      Highlight why = neighbor.highlight();
      if (why != null) {
        out.println(
            TerminalText.of(
                String.format(Locale.ROOT, "     %.4f  “%s”", why.cosine(), why.sentence())));
      }
    }
  }

  /// An entry of the JSON output.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Found(
      int rank, double score, @Nullable Double cosine, String id, String title, @Nullable Why why) {
    static Found of(Neighbor neighbor) {
      return new Found(
          neighbor.rank(),
          // By meaning the score is the cosine before it was cut to 32 bits; here they must agree.
          rounded((float) neighbor.score()),
          Float.isNaN(neighbor.cosine()) ? null : rounded(neighbor.cosine()),
          neighbor.paper().id(),
          neighbor.paper().title(),
          Why.of(neighbor.highlight()));
    }
  }

  /// The sentence that a paper was found for.
  private record Why(String sentence, double cosine) {
    static @Nullable Why of(@Nullable Highlight highlight) {
      return highlight == null ? null : new Why(highlight.sentence(), rounded(highlight.cosine()));
    }
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
