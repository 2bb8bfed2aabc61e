package org.papermap.cluster.internal.phrase;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.StopWords;
import org.papermap.cluster.internal.text.StringCounts;
import org.papermap.cluster.internal.text.Word;

/// Finds the stock nouns that belong to phrases, as "model" to "Hubbard".
final class HeadNouns {
  /// A stock noun belongs to a phrase that it follows in this share of its occurrences, as "effect"
  /// to "Hall", if the phrase hardly ever ends a noun phrase itself.
  private static final double HEAD_SHARE = 0.25;

  /// It follows at least so many times as often as the phrase ends a noun phrase.
  private static final int ENDS_LESS = 2;

  /// The fewest times that it follows.
  private static final int FEWEST_HEADS = 3;

  /// The weight of a plural, as in [PhraseUses].
  private static final int PLURAL = 2;

  private final PaperWords papers;

  /// For each word whether it is a stock noun that may belong to a phrase.
  private final boolean[] isHead;

  HeadNouns(PaperWords papers) {
    this.papers = papers;
    this.isHead = new boolean[papers.distinct()];
    for (int number = 0; number < isHead.length; number++) {
      Word word = papers.word(number);
      isHead[number] = word.kind() == Word.Kind.PROSE && StopWords.english().isHead(word.key());
    }
  }

  /// Counts the word behind a phrase if it is such a noun.
  void count(int next, PhraseTally tally) {
    if (isHead[next]) {
      tally.addFollowing(next);
    }
  }

  /// The stock noun that most often follows a phrase, as in "Hubbard model", in its usual form;
  /// none where the phrase stands without it often enough.
  String of(PhraseTally tally) {
    StringCounts keys = new StringCounts();
    tally.following().forEach((word, count) -> keys.add(papers.word(word).key(), count));
    String key = keys.total() == 0 ? "" : keys.most(Comparator.naturalOrder());
    StringCounts forms = new StringCounts();
    int all = 0;
    for (Map.Entry<Integer, Integer> each : tally.following().entrySet()) {
      Word word = papers.word(each.getKey());
      if (word.key().equals(key)) {
        boolean plural = word.text().length() > key.length();
        all += each.getValue();
        forms.add(word.text().toLowerCase(Locale.ROOT), (plural ? PLURAL : 1) * each.getValue());
      }
    }
    boolean usual = all >= HEAD_SHARE * tally.occurrences && all >= ENDS_LESS * tally.ended;
    return usual && all >= FEWEST_HEADS ? forms.most(Comparator.naturalOrder()) : "";
  }
}
