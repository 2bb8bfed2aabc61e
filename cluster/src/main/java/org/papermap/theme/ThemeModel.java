package org.papermap.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Assigns papers to the reader's themes by the cosines between papers and phrases, without
/// training.
///
/// A paper's similarity to a theme is its greatest cosine to a phrase. Half of what all papers have
/// of one theme more than of another is taken off, and the mean over the nearest papers counts as
/// much as the paper itself. Thresholds are set on a scale that the phrases give: 0 is the mean
/// cosine between phrases of different themes, 1 the mean between phrases of one theme. A paper
/// belongs to every theme from 0.88 on, and to its most similar theme from 0.45 on. A single theme
/// is compared with a few other subjects and needs 0.7. A paper that is nearer to one of a theme's
/// `not:` phrases than to its phrases is not in it. Figures: `cluster/docs/themes.md`.
public final class ThemeModel {
  /// From this similarity on a paper belongs to a theme, also beside other themes.
  private static final double SURE = 0.88;

  /// From this similarity on a paper belongs to its most similar theme.
  private static final double NEAREST = 0.45;

  /// From this similarity on a paper belongs to a single theme.
  private static final double ONLY = 0.7;

  /// The share of the difference between themes' means over the corpus that is taken off.
  private static final double MEAN_TAKEN_OFF = 0.5;

  /// So many papers count half of that: a few papers do not tell what a corpus is about.
  private static final int FEW_PAPERS = 5;

  /// The nearest papers that count.
  private static final int NEIGHBORS = 5;

  /// In a small corpus not more than a tenth of the papers, as a topic has no more.
  private static final int PAPERS_A_NEIGHBOR = 10;

  /// Their weight beside the paper's own.
  private static final double OF_NEIGHBORS = 0.5;

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
    return Stream.concat(themes.stream().flatMap(ThemeModel::all), elsewhere).toList();
  }

  private static Stream<String> all(Theme theme) {
    return Stream.concat(theme.phrases().stream(), theme.not().stream());
  }

  /// The themes of each paper.
  ///
  /// @param phraseVectors the vectors of [#phrases], row after row
  /// @param graph the nearest of each paper; those of a few, or none, serve too
  /// @throws IllegalArgumentException if there is not one vector a phrase, or the graph is of other
  ///   papers
  public static ThemeAssignment assign(
      List<Theme> themes,
      EmbeddingMatrix phraseVectors,
      EmbeddingMatrix papers,
      NeighborGraph graph) {
    if (phrases(themes).size() != phraseVectors.rows()) {
      throw new IllegalArgumentException(
          "%d vectors for %d phrases. Embed ThemeModel.phrases(themes)."
              .formatted(phraseVectors.rows(), phrases(themes).size()));
    }
    if (papers.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "%d papers beside the neighbors of %d. Give those of the same papers."
              .formatted(papers.rows(), graph.rows()));
    }
    int count = themes.size();
    int[] themeOf = themes(themes, true);
    float[] similar = greatest(themeOf, count, phraseVectors, papers);
    float[] unlike = greatest(themes(themes, false), count, phraseVectors, papers);
    boolean[] out = new boolean[similar.length];
    for (int place = 0; place < out.length; place++) {
      out[place] = unlike[place] > similar[place];
      // As far below as the other is above.
      similar[place] = out[place] ? 2 * similar[place] - unlike[place] : similar[place];
    }
    float[] similarities = smoothed(compared(similar, count), count, graph);
    CosineScale scale = CosineScale.of(phraseVectors, themeOf);
    List<List<Integer>> chosen = new ArrayList<>();
    for (int row = 0; row < papers.rows(); row++) {
      chosen.add(choose(similarities, out, row * count, count, scale));
    }
    return ThemeAssignment.of(themes, similarities, chosen);
  }

  /// For each vector the theme that it is a phrase of; -1 for those of the other kind, and for the
  /// subjects that a single theme is compared with.
  ///
  /// @param own whether phrases of what a theme is are meant, or those of what it is not
  private static int[] themes(List<Theme> themes, boolean own) {
    List<Integer> themeOf = new ArrayList<>();
    for (int theme = 0; theme < themes.size(); theme++) {
      int is = own ? theme : -1;
      int isNot = own ? -1 : theme;
      themes.get(theme).phrases().forEach(_ -> themeOf.add(is));
      themes.get(theme).not().forEach(_ -> themeOf.add(isNot));
    }
    return themeOf.stream().mapToInt(Integer::intValue).toArray();
  }

  /// The greatest cosine of each paper to a phrase of each theme; -1 where it has none.
  private static float[] greatest(
      int[] themeOf, int count, EmbeddingMatrix phrases, EmbeddingMatrix papers) {
    float[] greatest = new float[papers.rows() * count];
    Arrays.fill(greatest, -1);
    for (int phrase = 0; phrase < themeOf.length; phrase++) {
      float[] vector = phrases.row(phrase);
      for (int row = 0; themeOf[phrase] >= 0 && row < papers.rows(); row++) {
        int place = row * count + themeOf[phrase];
        greatest[place] = Math.max(greatest[place], papers.similarity(row, vector));
      }
    }
    return greatest;
  }

  /// Similarities, less half of how far the mean of their theme lies above the mean of all themes.
  /// Otherwise a theme that a whole corpus is about would take papers of the others.
  private static float[] compared(float[] similar, int count) {
    int rows = count == 0 ? 0 : similar.length / count;
    double[] means = new double[count];
    double mean = 0;
    for (int place = 0; place < similar.length; place++) {
      means[place % count] += (double) similar[place] / rows;
      mean += (double) similar[place] / similar.length;
    }
    double share = MEAN_TAKEN_OFF * rows / (rows + FEW_PAPERS);
    float[] compared = new float[similar.length];
    for (int place = 0; place < similar.length; place++) {
      compared[place] = (float) (similar[place] - share * (means[place % count] - mean));
    }
    return compared;
  }

  private static float[] smoothed(float[] similar, int count, NeighborGraph graph) {
    int near = Math.min(Math.min(NEIGHBORS, graph.k()), graph.rows() / PAPERS_A_NEIGHBOR);
    float[] smoothed = new float[similar.length];
    for (int place = 0; place < similar.length; place++) {
      double sum = 0;
      for (int rank = 0; rank < near; rank++) {
        sum += similar[graph.neighbor(place / count, rank) * count + place % count];
      }
      double value =
          near == 0
              ? similar[place]
              : (1 - OF_NEIGHBORS) * similar[place] + OF_NEIGHBORS * sum / near;
      smoothed[place] = (float) Math.clamp(value, -1, 1);
    }
    return smoothed;
  }

  /// The themes of one paper, strongest first, ties by their order.
  ///
  /// @param out whether a paper is not of a theme, whatever its similarity
  private static List<Integer> choose(
      float[] similarities, boolean[] out, int from, int count, CosineScale scale) {
    List<Integer> nearestFirst =
        IntStream.range(0, count)
            .filter(theme -> !out[from + theme])
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
          if (themeOf[b] < 0 || (a < themeOf.length && themeOf[a] < 0)) {
            continue;
          }
          int same = a < themeOf.length && themeOf[a] == themeOf[b] ? 1 : 0;
          sums[same] += phrases.similarity(a, b);
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
