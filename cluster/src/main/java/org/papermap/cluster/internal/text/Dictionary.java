package org.papermap.cluster.internal.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The words that pieces of text are, by number. English ones keep the numbers of their pieces;
/// those of texts in other languages come after.
final class Dictionary {
  private final List<String> pieces;
  private final List<Word> words;
  private final Map<Language, Map<Integer, Integer>> foreign = new EnumMap<>(Language.class);

  /// @param pieces by number, as [TokenVocabulary] gives them
  Dictionary(List<String> pieces) {
    this.pieces = pieces;
    WordReader english = new WordReader(Language.ENGLISH);
    this.words = new ArrayList<>(pieces.parallelStream().map(english::word).toList());
  }

  /// Puts the numbers of words into the place of those of the pieces.
  void translate(int[] text, Language language) {
    if (language == Language.ENGLISH) {
      return;
    }
    WordReader reader = new WordReader(language);
    Map<Integer, Integer> numbers = foreign.computeIfAbsent(language, _ -> new HashMap<>());
    for (int at = 0; at < text.length; at++) {
      text[at] = numbers.computeIfAbsent(text[at], piece -> add(reader.word(pieces.get(piece))));
    }
  }

  private int add(Word word) {
    words.add(word);
    return words.size() - 1;
  }

  /// The words by number, those translated so far among them.
  List<Word> words() {
    return words;
  }
}
