package org.papermap.cluster.internal.words;

import java.util.Arrays;
import java.util.Set;
import org.papermap.cluster.internal.text.HashInterner;

/// Reads the terms of a text, as 64-bit hashes: words, which are runs of letters and digits in
/// lower case without the plural's `s`, but no function words; and pairs of Chinese or Japanese
/// characters that follow one another. One reader serves text after text of one thread.
final class TextTerms {
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long FACTOR = 0xD6E8FEB86659FD93L;

  /// The first code point of scripts that are written without spaces.
  private static final int FIRST_UNSPACED = 0x2E80;

  /// The first code points, in small letters; 0 for those that are in no word.
  private static final char[] SMALL = new char[128];

  static {
    for (char code = 0; code < SMALL.length; code++) {
      SMALL[code] = Character.isLetterOrDigit(code) ? Character.toLowerCase(code) : 0;
    }
  }

  /// The last bits of a hash by which words are told from those that are left out.
  private static final int FILTERED = (1 << 14) - 1;

  private final Set<Long> skipped;

  /// Whether a word with such last bits may be left out: few others are looked up.
  private final boolean[] mayBeSkipped = new boolean[FILTERED + 1];

  private long[] terms = new long[1 << 10];
  private int size;
  private long before;

  /// @param skipped the hashes of words that are left out
  TextTerms(Set<Long> skipped) {
    this.skipped = skipped;
    skipped.forEach(hash -> mayBeSkipped[(int) (hash & FILTERED)] = true);
  }

  /// The hash of a word in lower case.
  static long hash(String word) {
    long hash = SEED;
    for (int at = 0; at < word.length(); at++) {
      hash = (hash ^ word.charAt(at)) * FACTOR;
    }
    return HashInterner.mixed(hash);
  }

  void clear() {
    size = 0;
  }

  /// Adds the terms of a text.
  void read(String text) {
    before = 0;
    int at = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter >= FIRST_UNSPACED && Character.isLetter(letter)) {
        pair(HashInterner.mixed(SEED ^ letter));
        at++;
      } else if (small(letter) != 0) {
        before = 0;
        at = word(text, at);
      } else {
        before = 0;
        at++;
      }
    }
  }

  private static char small(char letter) {
    if (letter < SMALL.length) {
      return SMALL[letter];
    }
    return Character.isLetterOrDigit(letter) ? Character.toLowerCase(letter) : 0;
  }

  private int word(String text, int from) {
    long hash = SEED;
    long shorter = SEED;
    char last = 0;
    char lastButOne = 0;
    int at = from;
    while (at < text.length()) {
      char letter = text.charAt(at);
      char small = letter < FIRST_UNSPACED ? small(letter) : 0;
      if (small == 0) {
        break;
      }
      lastButOne = last;
      last = small;
      shorter = hash;
      hash = (hash ^ last) * FACTOR;
      at++;
    }
    boolean plural = last == 's' && at - from > 3 && lastButOne != 's' && lastButOne != 'u';
    long word = HashInterner.mixed(plural ? shorter : hash);
    if (at - from > 1 && !isSkipped(HashInterner.mixed(hash))) {
      add(word);
    }
    return at;
  }

  private boolean isSkipped(long word) {
    return mayBeSkipped[(int) word & FILTERED] && skipped.contains(word);
  }

  private void pair(long word) {
    if (before != 0) {
      add(HashInterner.mixed(before * 31 + word));
    }
    before = word;
  }

  private void add(long term) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
    }
    terms[size++] = term;
  }

  /// The terms read since [#clear], ascending, each as often as it was read.
  long[] sorted() {
    long[] sorted = Arrays.copyOf(terms, size);
    Arrays.sort(sorted);
    return sorted;
  }
}
