package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The distinct pieces of texts by number, in the order in which they come, so that a text is an
/// array of numbers.
final class TokenVocabulary {
  /// The number of the break at the end of every text.
  static final int END = 0;

  private static final long SEED = 0x9E3779B97F4A7C15L;

  /// An odd number with its bits well mixed, as a hash that multiplies needs.
  private static final long FACTOR = 0xD6E8FEB86659FD93L;

  /// Letters a piece, about: a text has no more pieces than this makes of it, hardly ever.
  private static final int LETTERS = 4;

  private final HashInterner numbers = new HashInterner();
  private final List<String> pieces = new ArrayList<>();

  TokenVocabulary() {
    number("", 0, 0);
  }

  /// The numbers of the pieces of a text, with [#END] after them.
  int[] read(String text) {
    Tokenizer cut = new Tokenizer(WordReader.plain(text));
    int[] read = new int[text.length() / LETTERS + 2];
    int length = 0;
    while (cut.next()) {
      if (length + 1 == read.length) {
        read = Arrays.copyOf(read, 2 * read.length);
      }
      read[length++] = number(cut.text(), cut.begin(), cut.end());
    }
    return Arrays.copyOf(read, length + 1);
  }

  /// Adds the pieces of texts that come later.
  ///
  /// @return their numbers here, by their numbers there
  int[] add(TokenVocabulary later) {
    int[] here = new int[later.pieces.size()];
    for (int i = 0; i < here.length; i++) {
      String piece = later.pieces.get(i);
      here[i] = number(piece, 0, piece.length());
    }
    return here;
  }

  private int number(String text, int from, int to) {
    long hash = SEED;
    for (int at = from; at < to; at++) {
      hash = (hash ^ text.charAt(at)) * FACTOR;
    }
    int number = numbers.add(hash);
    if (number == pieces.size()) {
      pieces.add(text.substring(from, to));
    }
    return number;
  }

  /// The pieces by number.
  List<String> pieces() {
    return pieces;
  }
}
