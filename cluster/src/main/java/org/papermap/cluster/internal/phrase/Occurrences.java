package org.papermap.cluster.internal.phrase;

import java.util.Arrays;

/// The occurrences of phrases in a text. One list serves text after text.
final class Occurrences {
  private long[] hashes = new long[1 << 10];
  private int[][] texts = new int[1 << 10][];
  private int[] begins = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int[] nexts = new int[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  /// @param next the index, in the text, of the word after the phrase; where the phrase is inside a
  ///   long form, of the word after the abbreviation
  void add(long hash, int[] in, int from, int to, int next) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      texts = Arrays.copyOf(texts, 2 * size);
      begins = Arrays.copyOf(begins, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      nexts = Arrays.copyOf(nexts, 2 * size);
    }
    hashes[size] = hash;
    texts[size] = in;
    begins[size] = from;
    nexts[size] = next;
    ends[size++] = to;
  }

  int size() {
    return size;
  }

  /// The hash of a phrase; see [NGrams].
  long hash(int at) {
    return hashes[at];
  }

  /// The words that the phrase is part of: those of the text, or of an abbreviation's long form.
  int[] in(int at) {
    return texts[at];
  }

  /// The index of its first word.
  int from(int at) {
    return begins[at];
  }

  /// The index after its last word.
  int to(int at) {
    return ends[at];
  }

  /// The index, in the text, of the word that follows it or the abbreviation it is inside.
  int next(int at) {
    return nexts[at];
  }

  /// The distinct hashes of the phrases, ascending.
  long[] distinct() {
    long[] sorted = Arrays.copyOf(hashes, size);
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }
}
