package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words of tokens, by number. A word of an English text has the number of its token; words of
/// texts in other languages have higher numbers.
final class Dictionary {
  private final List<String> tokens;
  private final List<Word> words;
  private final Map<Language, Map<Integer, Integer>> foreign = new EnumMap<>(Language.class);

  /// @param tokens by number, as in [TokenVocabulary]
  Dictionary(List<String> tokens) {
    this.tokens = tokens;
    WordReader english = new WordReader(Language.ENGLISH);
    this.words = new ArrayList<>(tokens.parallelStream().map(english::word).toList());
  }

  /// Replaces the token numbers of a text by word numbers.
  void toWords(int[] text, Language language) {
    if (language == Language.ENGLISH) {
      return;
    }
    WordReader reader = new WordReader(language);
    Map<Integer, Integer> numbers = foreign.computeIfAbsent(language, _ -> new HashMap<>());
    for (int at = 0; at < text.length; at++) {
      text[at] = numbers.computeIfAbsent(text[at], token -> add(reader.word(tokens.get(token))));
    }
  }

  private int add(Word word) {
    words.add(word);
    return words.size() - 1;
  }

  /// The words by number, those added so far included.
  List<Word> words() {
    return words;
  }
}
