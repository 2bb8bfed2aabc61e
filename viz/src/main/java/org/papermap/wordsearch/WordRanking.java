package org.papermap.wordsearch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.papermap.math.LinearCombination;
import org.papermap.math.TiledProduct;
import org.papermap.math.TopK;
import org.papermap.math.UnitLength;
import org.papermap.wordsearch.WordSearch.QuantizedRows;

/// Papers in the order in which they answer a question, by the vectors of its words. The page's
/// script does the same arithmetic.
///
/// @param words a row for each word of the vocabulary, its weight included
/// @param papers a row of unit length for each paper, along the same axes
/// @param typicality the score that each paper is ahead by for every question
record WordRanking(
    Vocabulary vocabulary, QuantizedRows words, QuantizedRows papers, QuantizedRows typicality) {
  /// For each question the rows of the best papers, the best first; none when no word of the
  /// question is known.
  List<List<Integer>> nearest(List<String> questions, int k) {
    float[][] directions = new float[questions.size()][];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = direction(vocabulary.counts(questions.get(i)));
    }
    float[][] scores =
        TiledProduct.of(directions, FloatBuffer.wrap(papers.values()), papers.columns());
    float[] ahead = typicality.values();
    List<List<Integer>> nearest = new ArrayList<>();
    for (int i = 0; i < directions.length; i++) {
      LinearCombination.add(scores[i], ahead, 1);
      nearest.add(isZero(directions[i]) ? List.of() : best(scores[i], k));
    }
    return nearest;
  }

  /// The rows with the highest scores, the best first; ties go to the lower row.
  static List<Integer> best(float[] scores, int k) {
    return Arrays.stream(TopK.of(scores, k)).boxed().toList();
  }

  private static boolean isZero(float[] direction) {
    for (float value : direction) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /// Of unit length, or zero when no word is known.
  private float[] direction(SortedMap<Integer, Float> counts) {
    float[] direction = new float[words.columns()];
    counts.forEach((word, count) -> {
      for (int j = 0; j < direction.length; j++) {
        direction[j] += count * words.value(word, j);
      }
    });
    UnitLength.scaleRows(direction, direction.length);
    return direction;
  }
}
