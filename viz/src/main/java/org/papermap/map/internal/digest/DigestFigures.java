package org.papermap.map.internal.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.papermap.map.MappedPaper;
import org.papermap.map.internal.changes.MapDiff;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// How new papers stand to each other, to their topics and to the papers that were there. Rows are
/// those of the later map.
final class DigestFigures {
  /// Old papers that tell how new a paper is.
  private static final int OLD = 5;

  /// New papers that are looked at for each, to be read with it.
  private static final int PARTNERS = 3;

  private final EmbeddingMatrix vectors;
  private final int[] old;
  private final List<MappedPaper> papers;
  private final Map<Integer, float[]> means = new HashMap<>();
  private final Map<Integer, TopK> nearest = new HashMap<>();

  DigestFigures(MapDiff diff, EmbeddingMatrix vectors) {
    this.vectors = vectors;
    this.papers = diff.later().papers();
    this.old = IntStream.range(0, papers.size()).filter(row -> diff.rows().get(row) >= 0).toArray();
    diff.later().topics().forEach(topic -> means.put(topic.number(), mean(topic.papers())));
  }

  /// A paper, and how similar it is.
  record Near(int row, double similarity) {}

  /// Two papers, and how similar they are.
  record Pair(int one, int other, double similarity) {}

  boolean hasOld() {
    return old.length > 0;
  }

  /// The similarity to the mean of the papers of its topic; −1 where it has none.
  double centrality(int row) {
    Integer topic = papers.get(row).topic();
    float[] mean = topic == null ? null : means.get(topic);
    return mean == null ? -1 : vectors.dot(row, mean) / length(mean);
  }

  private float[] mean(List<Integer> rows) {
    float[] sum = new float[vectors.dimension()];
    for (int row : rows) {
      float[] vector = vectors.row(row);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return sum;
  }

  private static double length(float[] vector) {
    double squares = 0;
    for (float value : vector) {
      squares += (double) value * value;
    }
    return Math.max(1e-12, Math.sqrt(squares));
  }

  /// The mean similarity to the nearest old papers: low where a paper is unlike what was there.
  double familiarity(int row) {
    return IntStream.range(0, old(row).rows().length)
        .mapToDouble(i -> old(row).values()[i])
        .average()
        .orElse(0);
  }

  Near nearestOld(int row) {
    return new Near(old[old(row).rows()[0]], old(row).values()[0]);
  }

  private TopK old(int row) {
    return nearest.computeIfAbsent(row, _ -> nearest(row, old, OLD));
  }

  /// The places of the nearest among some rows, with their similarities.
  private TopK nearest(int row, int[] among, int k) {
    float[] vector = vectors.row(row);
    TopK found = new TopK(Math.min(k, among.length));
    for (int i = 0; i < among.length; i++) {
      if (among[i] != row) {
        found.offer(i, vectors.dot(among[i], vector));
      }
    }
    return found;
  }

  /// Pairs of papers that are near each other, the nearest first.
  List<Pair> pairs(List<Integer> rows) {
    int[] among = rows.stream().mapToInt(it -> it).toArray();
    List<Pair> pairs = new ArrayList<>();
    for (int row : among) {
      TopK near = nearest(row, among, Math.min(PARTNERS, among.length - 1));
      for (int i = 0; i < near.rows().length; i++) {
        int other = among[near.rows()[i]];
        pairs.add(new Pair(Math.min(row, other), Math.max(row, other), near.values()[i]));
      }
    }
    return pairs.stream()
        .distinct()
        .sorted(
            Comparator.comparingDouble((Pair it) -> -it.similarity)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other))
        .toList();
  }
}
