package org.papermap.viz.internal.labels;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.papermap.corpus.Paper;
import org.papermap.map.PaperMap;
import org.papermap.neighbors.NeighborGraph;

/// How much a paper stands out on the map: by its upvotes or citations where papers have such a
/// field, else by how often it is among the nearest of other papers.
///
/// @param field the field that tells it, empty where none does
/// @param weights of each paper in [0, 1], as the root of what was counted
/// @param order the rows, the most important first; ties by row
public record Importance(String field, List<Double> weights, List<Integer> order) {
  private static final Set<String> FIELDS =
      Set.of(
          "upvotes",
          "votes",
          "likes",
          "stars",
          "citations",
          "citation",
          "citationcount",
          "citedby",
          "citedbycount",
          "ncitations",
          "numcitations",
          "numcitedby",
          "timescited");

  private static final Pattern OTHER_THAN_LETTERS = Pattern.compile("[^a-z]");
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}(\\.0*)?");

  /// A field counts if at least this share of the papers have it.
  private static final double ENOUGH = 0.5;

  /// The highest weight begins here; the few papers above it are alike.
  private static final double TOP = 0.997;

  /// As in `dot-sizes.js`: the radius of the least important dots where there is room, what the
  /// most important have more, in pixels, and how many sizes are told apart.
  private static final double LEAST_RADIUS = 4.5;

  private static final double MORE_RADIUS = 4;
  private static final int SIZES = 8;

  public Importance {
    weights = List.copyOf(weights);
    order = List.copyOf(order);
  }

  /// The radius of a paper's dot where it is drawn as large as ever, in pixels.
  public double radius(int row) {
    double kept = Math.round(100 * weights.get(row)) / 100.0;
    double size = (double) Math.round(kept * (SIZES - 1)) / (SIZES - 1);
    return LEAST_RADIUS + MORE_RADIUS * Math.pow(size, 1.5);
  }

  static Importance of(PaperMap map) {
    List<Paper> papers = map.corpus().papers();
    Set<String> fields = new TreeSet<>();
    papers.forEach(paper -> fields.addAll(paper.extra().keySet()));
    return fields.stream()
        .filter(field ->
            FIELDS.contains(
                OTHER_THAN_LETTERS.matcher(field.toLowerCase(Locale.ROOT)).replaceAll("")))
        .filter(field ->
            papers.stream().filter(paper -> counted(paper, field) >= 0).count()
                >= ENOUGH * papers.size())
        .map(field ->
            of(field, papers.stream().mapToDouble(paper -> counted(paper, field)).toArray()))
        .filter(importance -> importance.weights.stream().anyMatch(weight -> weight > 0))
        .findFirst()
        .orElseGet(() -> of("", timesNearest(map.neighbors())));
  }

  private static double counted(Paper paper, String field) {
    String value = paper.extra().getOrDefault(field, "");
    return COUNT.matcher(value).matches() ? Double.parseDouble(value) : -1;
  }

  private static double[] timesNearest(NeighborGraph graph) {
    double[] times = new double[graph.rows()];
    for (int row = 0; row < graph.rows(); row++) {
      for (int rank = 0; rank < graph.k(); rank++) {
        times[graph.neighbor(row, rank)]++;
      }
    }
    return times;
  }

  private static Importance of(String field, double[] counts) {
    double[] sorted = Arrays.stream(counts).sorted().toArray();
    double top = sorted.length == 0 ? 0 : sorted[(int) (TOP * (sorted.length - 1))];
    double lowest = sorted.length == 0 ? 0 : Math.max(0, sorted[0]);
    double highest = top > lowest ? top : sorted.length == 0 ? 1 : sorted[sorted.length - 1];
    // Where all papers count the same, none stands out.
    double span = Math.max(1, highest - lowest);
    return new Importance(
        field,
        Arrays.stream(counts)
            .mapToObj(count -> Math.sqrt(Math.clamp((count - lowest) / span, 0, 1)))
            .toList(),
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer row) -> -counts[row]).thenComparing(it -> it))
            .toList());
  }
}
