package org.papermap.cluster.internal.naming;

import java.util.Arrays;
import org.papermap.cluster.internal.phrase.Contrast;

/// Counts papers by where they lie from a topic's view: in each of its parts, in its siblings, or
/// elsewhere.
final class TopicParts {
  private static final int ELSEWHERE = 0;
  private static final int BESIDE = 1;
  private static final int FIRST_PART = 2;

  private final int papers;
  private final int beside;

  /// The sizes of the parts; the size of the topic where it is not divided.
  private final int[] sizes;

  private final int[] ofPaper;

  /// @param papers the number of papers of the corpus
  TopicParts(NameCandidates.Subject topic, int papers) {
    this.papers = papers;
    this.beside = topic.beside().length;
    this.ofPaper = new int[papers];
    mark(topic.beside(), BESIDE);
    mark(topic.rows(), FIRST_PART);
    int parts = topic.parts().size();
    this.sizes = new int[Math.max(1, parts)];
    sizes[0] = topic.rows().length;
    for (int part = 0; part < parts; part++) {
      mark(topic.parts().get(part), FIRST_PART + part);
      sizes[part] = topic.parts().get(part).length;
    }
  }

  private void mark(int[] rows, int place) {
    for (int row : rows) {
      ofPaper[row] = place;
    }
  }

  /// The numbers of some papers in each part, in the siblings and elsewhere.
  final class Counts {
    private final int[] counts = new int[FIRST_PART + sizes.length];

    private void add(int row) {
      counts[ofPaper[row]]++;
    }

    /// The number in the topic.
    int inside() {
      return Arrays.stream(counts, FIRST_PART, counts.length).sum();
    }

    Contrast contrast() {
      int size = Arrays.stream(sizes).sum();
      int inside = inside();
      return new Contrast(inside, size, counts[ELSEWHERE] + counts[BESIDE], papers - size);
    }

    /// The share of the siblings' papers; 0 where there are none.
    double shareBeside() {
      return beside == 0 ? 0 : (double) counts[BESIDE] / beside;
    }

    /// The evenness over the parts, from 0 to 1: the square of the mean square root of the share of
    /// each part, over the share of all. It is 1 where each part has the same share. Where some of
    /// equal parts have the same share and the others none, it is the share of the former.
    double evenness() {
      double roots = 0;
      int size = 0;
      for (int part = 0; part < sizes.length; part++) {
        roots += Math.sqrt((double) counts[FIRST_PART + part] / sizes[part]);
        size += sizes[part];
      }
      double mean = roots / sizes.length;
      return mean * mean * size / Math.max(1, inside());
    }
  }

  /// @param rows each once
  Counts count(int[] rows) {
    Counts counts = new Counts();
    for (int row : rows) {
      counts.add(row);
    }
    return counts;
  }

  /// Counts the papers that are in either array, each once.
  ///
  /// @param a ascending, as `b`
  Counts count(int[] a, int[] b) {
    Counts counts = new Counts();
    for (int i = 0, j = 0; i < a.length || j < b.length; ) {
      boolean takesA = j == b.length || (i < a.length && a[i] <= b[j]);
      int row = takesA ? a[i] : b[j];
      counts.add(row);
      i += i < a.length && a[i] == row ? 1 : 0;
      j += j < b.length && b[j] == row ? 1 : 0;
    }
    return counts;
  }
}
