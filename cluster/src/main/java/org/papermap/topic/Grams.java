package org.papermap.topic;

import java.util.Arrays;

/// Finds the phrases in texts: up to four words that stand together, `of` not counted, or six
/// characters of a script without spaces. A phrase is known by a 64-bit hash of its words' keys,
/// equal for all ways to write it.
final class Grams {
  static final int LONGEST = 4;

  private static final int LONGEST_JOINED = 6;

  private static final long SEED = 0x9E3779B97F4A7C15L;

  private final PaperWords papers;
  private final boolean[] content;
  private final boolean[] of;
  private final boolean[] joined;
  private final long[][] parts;

  /// Takes what is found: a phrase of a text, from one place to before another.
  interface Sink {
    void found(long hash, int[] text, int from, int to);
  }

  Grams(PaperWords papers) {
    this.papers = papers;
    int words = papers.distinct();
    content = new boolean[words];
    of = new boolean[words];
    joined = new boolean[words];
    parts = new long[words][];
    for (int i = 0; i < words; i++) {
      Word word = papers.word(i);
      content[i] = word.isContent();
      of[i] = word.key().equals("of");
      joined[i] = !word.text().isEmpty() && Word.isJoined(word.text());
      parts[i] = content[i] || of[i] ? hashes(word.key().split(" ", -1)) : new long[0];
    }
  }

  private static long[] hashes(String[] parts) {
    long[] hashes = new long[parts.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = hash(parts[i]);
    }
    return hashes;
  }

  /// The hash of a phrase.
  ///
  /// @param key the parts of the keys of its words
  static long hash(String[] key) {
    return append(SEED, hashes(key));
  }

  private static long hash(String text) {
    long hash = SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = mix(hash ^ text.charAt(i));
    }
    return hash;
  }

  /// The finalizer of MurmurHash3.
  private static long mix(long bits) {
    long mixed = (bits ^ (bits >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  private static long append(long hash, long[] parts) {
    long longer = hash;
    for (long part : parts) {
      longer = mix(longer * 31 + part);
    }
    return longer;
  }

  /// All phrases in a text, with those inside the long forms of its abbreviations.
  void find(int[] text, Sink sink) {
    for (int from = 0; from < text.length; from++) {
      if (content[text[from]]) {
        findFrom(text, from, text.length, sink);
      }
      int[] longForm = papers.abbreviations().longForm(text[from]);
      for (int inner = 0; inner < longForm.length; inner++) {
        if (content[longForm[inner]]) {
          findFrom(longForm, inner, longForm.length, sink);
        }
      }
    }
  }

  private void findFrom(int[] text, int from, int end, Sink sink) {
    long hash = SEED;
    int length = 0;
    int longest = joined[text[from]] ? LONGEST_JOINED : LONGEST;
    for (int at = from; at < end && length < longest; at++) {
      int word = text[at];
      if (content[word]) {
        hash = append(hash, parts[word]);
        length++;
        // What is short for another phrase counts as that.
        boolean alias = length == 1 && papers.abbreviations().spelledOut(word, LONGEST);
        if (!alias) {
          sink.found(hash, text, from, at + 1);
        }
      } else if (length > 0 && of[word] && at + 1 < end && content[text[at + 1]]) {
        hash = append(hash, parts[word]);
      } else {
        return;
      }
    }
  }

  /// The hashes of the phrases of a text, each once, ascending.
  long[] distinct(int[] text) {
    LongList found = new LongList(4 * text.length);
    find(text, (hash, _, _, _) -> found.add(hash));
    return found.sortedDistinct();
  }

  private static final class LongList {
    private long[] values;
    private int size;

    LongList(int capacity) {
      values = new long[Math.max(8, capacity)];
    }

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] sortedDistinct() {
      Arrays.sort(values, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || values[i] != values[i - 1]) {
          values[kept++] = values[i];
        }
      }
      return Arrays.copyOf(values, kept);
    }
  }
}
