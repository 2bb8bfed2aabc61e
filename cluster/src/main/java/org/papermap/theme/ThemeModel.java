package org.papermap.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.vectors.EmbeddingMatrix;

/// Assigns papers to the reader's themes by the cosines between papers and phrases, without
/// training.
///
/// A paper's similarity to a theme is its greatest cosine to a phrase. Cosines differ between
/// models, so thresholds are set on a scale that the phrases give: 0 is the mean cosine between
/// phrases of different themes, 1 the mean between phrases of one theme. A paper belongs to every
/// theme from 0.82 on, and to its most similar theme from 0.45 on. A single theme is compared with
/// a few other subjects and needs 0.7. Figures: `cluster/docs/themes.md`.
public final class ThemeModel {
  /// From this similarity on a paper belongs to a theme, also beside other themes.
  private static final double SURE = 0.82;

  /// From this similarity on a paper belongs to its most similar theme.
  private static final double NEAREST = 0.45;

  /// From this similarity on a paper belongs to a single theme.
  private static final double ONLY = 0.7;

  /// Different subjects with which a single theme is compared.
  private static final List<String> ELSEWHERE =
      List.of(
          "reinforcement learning for robot control",
          "speech recognition",
          "protein structure prediction",
          "wireless communication networks",
          "software testing",
          "time series forecasting");

  /// The usual place of the scale's 1 between its 0 and a cosine of 1, for themes of one phrase:
  /// .35 and .40 in the two models measured.
  private static final double USUAL_LENGTH = 0.37;

  private ThemeModel() {}

  /// The phrases to embed as queries for [#assign]: those of all themes in order, and for a single
  /// theme the subjects that it is compared with. None for no themes.
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
    CosineScale scale = CosineScale.of(phraseVectors, themeOf);
    List<List<Integer>> chosen = new ArrayList<>();
    for (int row = 0; row < papers.rows(); row++) {
      chosen.add(choose(similarities, row * count, count, scale));
    }
    return ThemeAssignment.of(themes, similarities, chosen);
  }

  /// The themes of one paper, strongest first, ties by their order.
  private static List<Integer> choose(
      float[] similarities, int from, int count, CosineScale scale) {
    List<Integer> nearestFirst =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer theme) -> -similarities[from + theme]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    for (int theme : nearestFirst) {
      double similarity = scale.read(similarities[from + theme]);
      if (similarity >= (count == 1 ? ONLY : chosen.isEmpty() ? NEAREST : SURE)) {
        chosen.add(theme);
      }
    }
    return chosen;
  }

  /// A linear scale of cosines.
  ///
  /// @param zero the mean cosine of phrases of different themes
  /// @param one the mean cosine of phrases of one theme
  private record CosineScale(double zero, double one) {
    static CosineScale of(EmbeddingMatrix phrases, int[] themeOf) {
      double[] sums = new double[2];
      int[] pairs = new int[2];
      for (int a = 0; a < phrases.rows(); a++) {
        // The other subjects are compared with the theme, not with one another.
        for (int b = 0; b < Math.min(a, themeOf.length); b++) {
          int same = a < themeOf.length && themeOf[a] == themeOf[b] ? 1 : 0;
          sums[same] += phrases.cosine(a, b);
          pairs[same]++;
        }
      }
      double zero = pairs[0] > 0 ? sums[0] / pairs[0] : 0;
      // Overlapping themes, and themes of unlike phrases, would make the scale too short.
      double usual = USUAL_LENGTH * (1 - zero);
      double one = pairs[1] > 0 ? sums[1] / pairs[1] : zero + usual;
      return new CosineScale(zero, Math.max(one, zero + usual / 2));
    }

    double read(double cosine) {
      return (cosine - zero) / (one - zero);
    }
  }
}
