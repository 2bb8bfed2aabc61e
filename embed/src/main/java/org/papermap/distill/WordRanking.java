package org.papermap.distill;

import java.util.List;
import java.util.SortedMap;

/// Papers in the order in which they answer a question, by the vectors of its words. The page's
/// script does the same arithmetic.
///
/// @param words a row for each word of the vocabulary, its weight included
/// @param papers a row of unit length for each paper, along the same axes
/// @param typicality what each paper is ahead by, whatever the question
record WordRanking(Vocabulary vocabulary, Codes words, Codes papers, Codes typicality) {
  /// The rows of the best papers, the best first; none when no word of the question is known.
  List<Integer> nearest(String question, int k) {
    SortedMap<Integer, Float> counts = vocabulary.counts(question);
    if (counts.isEmpty()) {
      return List.of();
    }
    float[] direction = direction(counts);
    double[] scores = new double[papers.rows()];
    for (int row = 0; row < scores.length; row++) {
      double sum = typicality.value(row, 0);
      for (int j = 0; j < direction.length; j++) {
        sum += direction[j] * papers.value(row, j);
      }
      scores[row] = sum;
    }
    return Best.of(scores, k);
  }

  private float[] direction(SortedMap<Integer, Float> counts) {
    float[] direction = new float[words.columns()];
    counts.forEach((word, count) -> {
      for (int j = 0; j < direction.length; j++) {
        direction[j] += count * words.value(word, j);
      }
    });
    UnitRows.normalize(direction, direction.length);
    return direction;
  }
}
