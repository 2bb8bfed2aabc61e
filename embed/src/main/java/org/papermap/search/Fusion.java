package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.papermap.math.DotProduct;

/// Ranks by meaning and by words at once: takes the best papers of either, gives all of them both
/// scores, standardises each score among these papers, and adds the two with weights. On Cranfield
/// and on arXiv titles the sum is above the better of its parts and above reciprocal rank fusion;
/// the table is in `docs/search.md`.
final class Fusion {
  /// Papers taken of each ranking, or more where more are wanted.
  private static final int DEPTH = 100;

  /// The weight of meaning; words have the rest. It is the middle of the good range rather than the
  /// best on one collection.
  static final double MEANING = 0.6;

  private final Engine engine;

  Fusion(Engine engine) {
    this.engine = engine;
  }

  /// The best papers, best first.
  List<Scored> best(float[] unit, String words, int count, Filter filter) throws IOException {
    int depth = Math.max(DEPTH, count);
    Map<Integer, Double> cosines = new HashMap<>();
    for (Hit hit : engine.nearest(unit, depth, filter)) {
      cosines.put(hit.doc(), hit.score());
    }
    for (Hit hit : engine.matching(words, depth, filter)) {
      if (!cosines.containsKey(hit.doc())) {
        cosines.put(hit.doc(), DotProduct.of(engine.vector(hit.doc()), unit));
      }
    }
    int[] docs = cosines.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    double[] meaning = new double[docs.length];
    for (int i = 0; i < docs.length; i++) {
      meaning[i] = cosines.getOrDefault(docs[i], 0.0);
    }
    double[] fused = sum(standardised(meaning), standardised(engine.keywordScores(words, docs)));
    List<Scored> all = new ArrayList<>();
    for (int i = 0; i < docs.length; i++) {
      all.add(new Scored(new Hit(docs[i], engine.order(docs[i]), fused[i]), meaning[i]));
    }
    all.sort(Comparator.comparing(Scored::hit, Hit.BEST_FIRST));
    return all.subList(0, Math.min(count, all.size()));
  }

  private static double[] sum(double[] meaning, double[] words) {
    double[] sum = new double[meaning.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = MEANING * meaning[i] + (1 - MEANING) * words[i];
    }
    return sum;
  }

  /// Scaled to mean 0 and standard deviation 1; zeros where all values are equal.
  static double[] standardised(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double variance = 0;
    for (double value : values) {
      variance += (value - mean) * (value - mean) / values.length;
    }
    double scale = variance > 0 ? 1 / Math.sqrt(variance) : 0;
    double[] standardised = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      standardised[i] = (values[i] - mean) * scale;
    }
    return standardised;
  }
}
