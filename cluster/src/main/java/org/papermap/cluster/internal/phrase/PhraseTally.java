package org.papermap.cluster.internal.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The counts of one phrase in some texts.
final class PhraseTally {
  final List<Writing> writings = new ArrayList<>(2);

  /// Occurrences at which a noun phrase surely ends, and at which it surely goes on.
  int ended;

  int continued;

  /// All occurrences that are written out.
  int occurrences;

  /// Those before a word that begins the object of a verb.
  int governing;

  /// How often each stock noun follows, by its number; and in a script without spaces how often
  /// each other character.
  private final Map<Integer, Integer> following = new HashMap<>(2);

  /// How often each other character stands before, in a script without spaces.
  private final Map<Integer, Integer> preceding = new HashMap<>(2);

  /// A way to write a phrase, with its counts.
  static final class Writing {
    final int[] words;

    /// Whether the phrase is the whole long form of an abbreviation that a text has.
    final boolean wholeLongForm;

    /// Occurrences at which a noun phrase can end: a plural loses its ending before another noun.
    int forms;

    /// Those of [#forms] at which a noun phrase ends.
    int ended;

    /// All occurrences that are written out.
    int all;

    /// Occurrences in running text, where capitals mark names.
    int running;

    Writing(int[] words, boolean wholeLongForm) {
      this.words = words;
      this.wholeLongForm = wholeLongForm;
    }

    boolean isOf(int[] in, int from, int to, boolean whole) {
      return wholeLongForm == whole && Arrays.equals(words, 0, words.length, in, from, to);
    }
  }

  Writing writing(int[] in, int from, int to, boolean wholeLongForm) {
    for (Writing known : writings) {
      if (known.isOf(in, from, to, wholeLongForm)) {
        return known;
      }
    }
    // A whole long form keeps its array, by which [Abbreviations] knows it.
    writings.add(new Writing(wholeLongForm ? in : Arrays.copyOfRange(in, from, to), wholeLongForm));
    return writings.getLast();
  }

  void addFollowing(int word) {
    following.merge(word, 1, Integer::sum);
  }

  void addPreceding(int word) {
    preceding.merge(word, 1, Integer::sum);
  }

  /// How often each word follows that was added.
  Map<Integer, Integer> following() {
    return following;
  }

  /// The count of the word that stands before most often, or follows most often, of those added.
  int mostBeside() {
    int most = 0;
    for (Map<Integer, Integer> side : List.of(preceding, following)) {
      for (int count : side.values()) {
        most = Math.max(most, count);
      }
    }
    return most;
  }

  /// The share of occurrences, where that is clear, that end a noun phrase; 0 where none does.
  double endShare() {
    return ended == 0 ? 0 : (double) ended / (ended + continued);
  }

  /// Adds the counts of later papers.
  void add(PhraseTally later) {
    for (Writing more : later.writings) {
      Writing all = writing(more.words, 0, more.words.length, more.wholeLongForm);
      all.forms += more.forms;
      all.ended += more.ended;
      all.all += more.all;
      all.running += more.running;
    }
    ended += later.ended;
    continued += later.continued;
    occurrences += later.occurrences;
    governing += later.governing;
    later.following.forEach((word, count) -> following.merge(word, count, Integer::sum));
    later.preceding.forEach((word, count) -> preceding.merge(word, count, Integer::sum));
  }
}
