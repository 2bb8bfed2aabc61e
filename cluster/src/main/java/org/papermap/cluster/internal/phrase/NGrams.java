package org.papermap.cluster.internal.phrase;

import java.util.stream.Stream;
import org.papermap.cluster.internal.text.Abbreviations;
import org.papermap.cluster.internal.text.HashInterner;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.cluster.internal.text.Word;

/// Finds the phrases in texts: *n*-grams of up to four content words, `of` between them not
/// counted, or of up to six characters of a script without spaces. A phrase is known by a 64-bit
/// hash of the keys of its words, equal for all ways to write it.
final class NGrams {
  static final int LONGEST = 4;

  private static final int LONGEST_UNSPACED = 6;

  private static final long SEED = 0x9E3779B97F4A7C15L;

  private final boolean[] content;
  private final boolean[] of;
  private final boolean[] unspaced;
  private final long[][] parts;

  /// For each word the words of its long form.
  private final int[][] longForms;

  /// Whether a word alone counts as its long form.
  private final boolean[] alias;

  NGrams(PaperWords papers) {
    Abbreviations abbreviations = papers.abbreviations();
    int words = papers.distinct();
    content = new boolean[words];
    of = new boolean[words];
    unspaced = new boolean[words];
    parts = new long[words][];
    longForms = new int[words][];
    alias = new boolean[words];
    for (int i = 0; i < words; i++) {
      Word word = papers.word(i);
      content[i] = word.isContent();
      of[i] = word.key().equals("of");
      unspaced[i] = !word.text().isEmpty() && Word.isUnspaced(word.text());
      parts[i] = content[i] || of[i] ? hashes(word.key()) : new long[0];
      longForms[i] = abbreviations.longForm(i);
      alias[i] = abbreviations.spelledOut(i, LONGEST);
    }
  }

  private static long[] hashes(String key) {
    return key.indexOf(' ') < 0
        ? new long[] {partHash(key)}
        : Stream.of(key.split(" ", -1)).mapToLong(NGrams::partHash).toArray();
  }

  /// The hash of a phrase.
  ///
  /// @param key the keys of its words, separated by spaces
  static long hash(String key) {
    return append(SEED, hashes(key));
  }

  private static long partHash(String text) {
    long hash = SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = HashInterner.mixed(hash ^ text.charAt(i));
    }
    return hash;
  }

  private static long append(long hash, long[] parts) {
    long longer = hash;
    for (long part : parts) {
      longer = HashInterner.mixed(longer * 31 + part);
    }
    return longer;
  }

  /// Lists all phrases in a text, those inside the long forms of its abbreviations included.
  void find(int[] text, Occurrences found) {
    found.clear();
    for (int from = 0; from < text.length; from++) {
      if (content[text[from]]) {
        findFrom(text, from, 0, found);
      }
      int[] longForm = longForms[text[from]];
      for (int inner = 0; inner < longForm.length; inner++) {
        if (content[longForm[inner]]) {
          findFrom(longForm, inner, from + 1, found);
        }
      }
    }
  }

  /// @param next the index of the word after the abbreviation whose long form this is; 0 for a text
  private void findFrom(int[] text, int from, int next, Occurrences found) {
    int end = text.length;
    long hash = SEED;
    int length = 0;
    int longest = unspaced[text[from]] ? LONGEST_UNSPACED : LONGEST;
    for (int at = from; at < end && length < longest; at++) {
      int word = text[at];
      if (content[word]) {
        hash = append(hash, parts[word]);
        length++;
        if (length > 1 || !alias[word]) {
          found.add(hash, text, from, at + 1, next == 0 ? at + 1 : next);
        }
      } else if (length > 0 && of[word] && at + 1 < end && content[text[at + 1]]) {
        hash = append(hash, parts[word]);
      } else {
        return;
      }
    }
  }
}
