package org.papermap.wordsearch;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.papermap.math.LinearCombination;
import org.papermap.math.TiledProduct;
import org.papermap.math.TopK;
import org.papermap.math.UnitLength;
import org.papermap.wordsearch.WordSearch.QuantizedRows;

/// Papers in the order in which they answer a question, by the vectors of its words. The page's
/// script does the same arithmetic.
///
/// @param words a row for each word and pair of words of the vocabulary, its weight included
/// @param papers a row of unit length for each paper, along the same axes
/// @param typicality the score that each paper is ahead by for every question
record WordRanking(
    Vocabulary vocabulary, QuantizedRows words, QuantizedRows papers, QuantizedRows typicality) {
  private static final int CHANCE_QUESTIONS = 100;
  private static final int CHANCE_WORDS = 3;
  private static final int CHANCE_RANK = 5;

  /// A prime, so that the words of different questions lie far apart in the alphabet.
  private static final long CHANCE_STRIDE = 7919;

  /// For each question the rows of the best papers, the best first; none when no word of the
  /// question is known.
  List<List<Integer>> nearest(List<String> questions, int k) {
    float[][] directions = directions(questions);
    float[][] scores = scores(directions);
    List<List<Integer>> nearest = new ArrayList<>();
    for (int i = 0; i < directions.length; i++) {
      nearest.add(isZero(directions[i]) ? List.of() : best(scores[i], k));
    }
    return nearest;
  }

  /// The same order but for what each paper is ahead by.
  WordRanking with(QuantizedRows typicality) {
    return new WordRanking(vocabulary, words, papers, typicality);
  }

  /// Of each question, of unit length, or zero when no word of it is known.
  float[][] directions(List<String> questions) {
    float[][] directions = new float[questions.size()][];
    for (int i = 0; i < directions.length; i++) {
      directions[i] = direction(vocabulary.counts(questions.get(i)));
    }
    return directions;
  }

  private float[][] scores(float[][] directions) {
    float[][] scores =
        TiledProduct.of(directions, FloatBuffer.wrap(papers.values()), papers.columns());
    float[] ahead = typicality.values();
    for (float[] row : scores) {
      LinearCombination.add(row, ahead, 1);
    }
    return scores;
  }

  /// The score of the fifth paper for words that have nothing to do with one another: the median
  /// over a hundred questions of three words. What is asked for in earnest scores more. The first
  /// paper tells less: one of a few papers is near to anything.
  double chance() {
    int singles = vocabulary.singles();
    int questions = Math.min(CHANCE_QUESTIONS, singles);
    float[][] directions = new float[questions][];
    for (int i = 0; i < questions; i++) {
      SortedMap<Integer, Float> counts = new TreeMap<>();
      for (long j = 0; j < CHANCE_WORDS; j++) {
        long word = (i * CHANCE_STRIDE + j * singles / CHANCE_WORDS) % singles;
        counts.put((int) word, 1f);
      }
      directions[i] = direction(counts);
    }
    double[] found = new double[questions];
    float[][] scores = scores(directions);
    for (int i = 0; i < questions; i++) {
      found[i] = scores[i][best(scores[i], CHANCE_RANK).getLast()];
    }
    Arrays.sort(found);
    return questions == 0 ? 0 : found[questions / 2];
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
