package org.papermap.distill;

import java.util.List;
import org.papermap.distill.Vocabulary.Bag;

/// Bags of words by the words they have, so that a question is compared with those alone that share
/// one with it: what the search by meaning is measured against.
final class KeywordSearch {
  private final int bags;
  private final int[] starts;
  private final int[] holders;
  private final float[] values;

  private KeywordSearch(int bags, int[] starts, int[] holders, float[] values) {
    this.bags = bags;
    this.starts = starts;
    this.holders = holders;
    this.values = values;
  }

  /// @param words how many there are
  static KeywordSearch of(List<Bag> bags, int words) {
    int[] starts = new int[words + 1];
    for (Bag bag : bags) {
      for (int word : bag.words()) {
        starts[word + 1]++;
      }
    }
    for (int word = 0; word < words; word++) {
      starts[word + 1] += starts[word];
    }
    int[] holders = new int[starts[words]];
    float[] values = new float[holders.length];
    int[] next = starts.clone();
    for (int row = 0; row < bags.size(); row++) {
      Bag bag = bags.get(row);
      for (int i = 0; i < bag.words().length; i++) {
        int place = next[bag.words()[i]]++;
        holders[place] = row;
        values[place] = bag.values()[i];
      }
    }
    return new KeywordSearch(bags.size(), starts, holders, values);
  }

  /// The cosine of each bag with the question.
  double[] cosines(Bag question) {
    double[] cosines = new double[bags];
    for (int i = 0; i < question.words().length; i++) {
      double weight = question.values()[i];
      int word = question.words()[i];
      for (int at = starts[word]; at < starts[word + 1]; at++) {
        cosines[holders[at]] += weight * values[at];
      }
    }
    return cosines;
  }
}
