package org.papermap.cluster.internal.phrase;

import java.util.Arrays;

/// The occurrences of phrases in a text. One list serves text after text.
final class Occurrences {
  private long[] hashes = new long[1 << 10];
  private int[][] texts = new int[1 << 10][];
  private int[] begins = new int[1 << 10];
  private int[] ends = new int[1 << 10];
  private int size;

  void clear() {
    size = 0;
  }

  void add(long hash, int[] in, int from, int to) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
      texts = Arrays.copyOf(texts, 2 * size);
      begins = Arrays.copyOf(begins, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
    }
    hashes[size] = hash;
    texts[size] = in;
    begins[size] = from;
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
