package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The vocabulary of texts: numbers for distinct tokens in the order of their first use, so that a
/// text becomes an array of numbers.
final class TokenVocabulary {
  /// The number of the break that ends every text.
  static final int END = 0;

  private static final long SEED = 0x9E3779B97F4A7C15L;

  /// An odd number with well-mixed bits, for a multiplicative hash.
  private static final long FACTOR = 0xD6E8FEB86659FD93L;

  /// The array for the tokens of a text begins with one entry for so many letters.
  private static final int LETTERS = 4;

  private final HashInterner numbers = new HashInterner();
  private final List<String> tokens = new ArrayList<>();

  TokenVocabulary() {
    number("", 0, 0);
  }

  /// The token numbers of a text, with [#END] at the end.
  int[] read(String text) {
    Tokenizer tokenizer = new Tokenizer(WordReader.plain(text));
    int[] read = new int[text.length() / LETTERS + 2];
    int length = 0;
    while (tokenizer.next()) {
      if (length + 1 == read.length) {
        read = Arrays.copyOf(read, 2 * read.length);
      }
      read[length++] = number(tokenizer.text(), tokenizer.begin(), tokenizer.end());
    }
    return Arrays.copyOf(read, length + 1);
  }

  /// Adds the tokens of another vocabulary.
  ///
  /// @return the numbers here by the numbers there
  int[] add(TokenVocabulary later) {
    int[] here = new int[later.tokens.size()];
    for (int i = 0; i < here.length; i++) {
      String token = later.tokens.get(i);
      here[i] = number(token, 0, token.length());
    }
    return here;
  }

  private int number(String text, int from, int to) {
    long hash = SEED;
    for (int at = from; at < to; at++) {
      hash = (hash ^ text.charAt(at)) * FACTOR;
    }
    int number = numbers.intern(hash);
    if (number == tokens.size()) {
      tokens.add(text.substring(from, to));
    }
    return number;
  }

  /// The tokens by number.
  List<String> tokens() {
    return tokens;
  }
}
