package org.papermap.cluster.internal.phrase;

import java.util.HashMap;
import java.util.Map;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.Word;

/// Tells two kinds of words that are no nouns by their use in the papers: gerunds that have an
/// object, as in *advancing LLM reasoning*, often stand before an article or another determiner;
/// adjectives, as *smooth*, end sentences and clauses behind *is* or *are*, and have no plural.
/// Figures: `cluster/docs/naming.md`.
final class WordRoles {
  private static final String ENDING = "ing";

  /// The least share of predicates in the occurrences of an adjective, and their least number.
  private static final double PREDICATES = 0.05;

  private static final int FEWEST_PREDICATES = 2;

  private final boolean[] hasObject;
  private final boolean[] isAdjective;

  /// The uses of all words of one key.
  private static final class Uses {
    int all;
    int beforeDeterminer;
    int predicates;
    int plurals;
  }

  /// @param isDeterminer for each word, as the next
  /// @param beforePredicate whether predicative adjectives stand behind it
  /// @param share of the occurrences before a determiner from which on a word is a verb
  WordRoles(PaperWords papers, boolean[] isDeterminer, boolean[] beforePredicate, double share) {
    int words = papers.distinct();
    this.hasObject = new boolean[words];
    this.isAdjective = new boolean[words];
    int[] all = new int[words];
    int[] governing = new int[words];
    int[] predicates = new int[words];
    boolean[] ends = new boolean[words];
    boolean[] there = new boolean[words];
    for (int word = 0; word < words; word++) {
      ends[word] = papers.word(word).endsPhraseBefore();
      there[word] = papers.word(word).text().equalsIgnoreCase("there");
    }
    for (int row = 0; row < papers.papers(); row++) {
      for (int[] text : new int[][] {papers.title(row), papers.text(row)}) {
        for (int at = 0; at + 1 < text.length; at++) {
          int word = text[at];
          all[word]++;
          governing[word] += isDeterminer[text[at + 1]] ? 1 : 0;
          // "There is retrieval." tells of a noun.
          boolean predicate =
              at > 0
                  && beforePredicate[text[at - 1]]
                  && ends[text[at + 1]]
                  && (at == 1 || !there[text[at - 2]]);
          predicates[word] += predicate ? 1 : 0;
        }
      }
    }
    // A word with a capital is the same word, and so is a plural.
    Map<String, Uses> byKey = new HashMap<>();
    for (int word = 0; word < words; word++) {
      Word each = papers.word(word);
      Uses uses = byKey.computeIfAbsent(each.key(), _ -> new Uses());
      uses.all += all[word];
      uses.beforeDeterminer += governing[word];
      uses.predicates += predicates[word];
      uses.plurals += each.isPlural() ? all[word] : 0;
    }
    for (int word = 0; word < words; word++) {
      Word each = papers.word(word);
      Uses uses = byKey.getOrDefault(each.key(), new Uses());
      hasObject[word] = each.key().endsWith(ENDING) && uses.beforeDeterminer > share * uses.all;
      isAdjective[word] =
          uses.predicates >= Math.max(FEWEST_PREDICATES, PREDICATES * uses.all)
              && uses.plurals <= Adjectives.PLURALS * uses.all;
    }
  }

  /// Whether a word is a gerund that has an object: what it begins is no noun phrase.
  boolean hasObject(int word) {
    return hasObject[word];
  }

  /// Whether a word is an adjective: what it ends is no noun phrase.
  boolean isAdjective(int word) {
    return isAdjective[word];
  }
}
