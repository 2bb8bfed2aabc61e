package org.papermap.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.embed.EmbeddingMatrix;

/// Tells which papers belong to which of the reader's themes, from nothing but the likeness of
/// papers and phrases; there is no training.
///
/// A paper is as near to a theme as to the nearest of its phrases, by the cosine. Cosines differ
/// from model to model, so they are read on the yardstick that the phrases themselves give: 0 is
/// the mean cosine between phrases of different themes, 1 the mean between phrases of one theme. A
/// paper belongs to every theme at 0.82 or more, and to its nearest theme from 0.45 on. Nothing is
/// compared across papers, so the rule holds for one paper, and for a corpus that has nothing of a
/// theme. Where there is but one theme, a few subjects from elsewhere stand for the others, and a
/// paper belongs to it at 0.7 or more.
///
/// With all-MiniLM-L6-v2 and the four themes of `data/themes.properties`, on 91 papers labelled by
/// hand: precision .85, recall .85 (diffusion 1.00 / 1.00, language models .77 / .90, vision .93 /
/// .65, retrieval .90 / 1.00); a single threshold has .84 / .76 at best, the mean over phrases
/// instead of the nearest .67 / .79. The same rule with bge-small-en-v1.5, whose cosines lie
/// between .5 and .9: .87 / .79. Of arXiv papers of mathematics and condensed matter, which are
/// about none of the themes, 9 % are given one; of computational linguistics 74 % are taken for
/// language models.
///
/// Nor is the rule made for those four. With six other themes of four phrases each (computer
/// vision, language, robotics, security, quantum information, differential geometry), on 6,250
/// papers of 25 arXiv categories (MiniLM): of the 1,500 papers of the six categories that go by
/// those names (cs.CV, cs.CL, cs.RO, cs.CR, quant-ph, math.DG) the themes given have a precision of
/// .90 and a recall of .77 (cs.CV .49, cs.CR .56, cs.RO .78, cs.CL .90, quant-ph .93, math.DG .94).
/// Of the other 4,750 papers 25 % are given one, mostly of a neighboring category, as eess.IV,
/// whose papers are on medical images, is computer vision; over all 6,250 the precision is .47.
public final class ThemeModel {
  /// A paper this near belongs to the theme, whatever other themes it has.
  private static final double SURE = 0.82;

  /// A paper this near belongs to the theme if no other is nearer.
  private static final double NEAREST = 0.45;

  /// A paper this near belongs to the only theme.
  private static final double ONLY = 0.7;

  /// Subjects that are far from one another, to have something to compare an only theme with.
  private static final List<String> ELSEWHERE =
      List.of(
          "reinforcement learning for robot control",
          "speech recognition",
          "protein structure prediction",
          "wireless communication networks",
          "software testing",
          "time series forecasting");

  /// Where the yardstick's 1 lies between its 0 and a cosine of one, for themes of one phrase: so
  /// it is in both models measured (.35 and .40).
  private static final double USUAL_LENGTH = 0.37;

  private ThemeModel() {}

  /// The phrases to embed as queries, whose vectors are the rows that [#assign] asks for: those of
  /// all themes in order, and beside an only theme some from elsewhere. None for no themes.
  public static List<String> phrases(List<Theme> themes) {
    Stream<String> elsewhere = themes.size() == 1 ? ELSEWHERE.stream() : Stream.empty();
    return Stream.concat(themes.stream().flatMap(theme -> theme.phrases().stream()), elsewhere)
        .toList();
  }

  /// The themes of each paper.
  ///
  /// @param phraseVectors the vectors of [#phrases], row after row
  /// @throws IllegalArgumentException if there is not one vector a phrase
  public static ThemeAssignment assign(
      List<Theme> themes, EmbeddingMatrix phraseVectors, EmbeddingMatrix papers) {
    if (phrases(themes).size() != phraseVectors.rows()) {
      throw new IllegalArgumentException(
          "%d vectors for %d phrases. Embed ThemeModel.phrases(themes)."
              .formatted(phraseVectors.rows(), phrases(themes).size()));
    }
    int[] themeOf =
        IntStream.range(0, themes.size())
            .flatMap(theme -> themes.get(theme).phrases().stream().mapToInt(_ -> theme))
            .toArray();
    int count = themes.size();
    float[] similarities = new float[papers.rows() * count];
    Arrays.fill(similarities, -1);
    for (int phrase = 0; phrase < themeOf.length; phrase++) {
      float[] vector = phraseVectors.row(phrase);
      for (int row = 0; row < papers.rows(); row++) {
        int place = row * count + themeOf[phrase];
        similarities[place] = Math.max(similarities[place], papers.cosine(row, vector));
      }
    }
    Yardstick yardstick = Yardstick.of(phraseVectors, themeOf);
    List<List<Integer>> chosen = new ArrayList<>();
    for (int row = 0; row < papers.rows(); row++) {
      chosen.add(choose(similarities, row * count, count, yardstick));
    }
    return ThemeAssignment.of(themes, similarities, chosen);
  }

  /// The themes of one paper, strongest first, ties by the themes' order.
  private static List<Integer> choose(
      float[] similarities, int from, int count, Yardstick yardstick) {
    List<Integer> nearestFirst =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer theme) -> -similarities[from + theme]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    for (int theme : nearestFirst) {
      double nearness = yardstick.read(similarities[from + theme]);
      if (nearness >= (count == 1 ? ONLY : chosen.isEmpty() ? NEAREST : SURE)) {
        chosen.add(theme);
      }
    }
    return chosen;
  }

  /// Two marks on the scale of cosines.
  ///
  /// @param zero as near as phrases of different themes are
  /// @param one as near as phrases of the same theme are
  private record Yardstick(double zero, double one) {
    static Yardstick of(EmbeddingMatrix phrases, int[] themeOf) {
      double[] sums = new double[2];
      int[] pairs = new int[2];
      for (int a = 0; a < phrases.rows(); a++) {
        // Those from elsewhere are compared with the themes' own, not with one another.
        for (int b = 0; b < Math.min(a, themeOf.length); b++) {
          int same = a < themeOf.length && themeOf[a] == themeOf[b] ? 1 : 0;
          sums[same] += phrases.cosine(a, b);
          pairs[same]++;
        }
      }
      double zero = pairs[0] > 0 ? sums[0] / pairs[0] : 0;
      // Themes that overlap, or whose phrases have little in common, would make it too short.
      double usual = USUAL_LENGTH * (1 - zero);
      double one = pairs[1] > 0 ? sums[1] / pairs[1] : zero + usual;
      return new Yardstick(zero, Math.max(one, zero + usual / 2));
    }

    double read(double cosine) {
      return (cosine - zero) / (one - zero);
    }
  }
}
