package org.papermap.topic;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The distinct words of a corpus by number, so that a text is an array of numbers. Several threads
/// may add words; the numbers then depend on which came first, and nothing else may.
final class Lexicon {
  private final Map<Language, Vocabulary> vocabularies = new EnumMap<>(Language.class);
  private final List<Word> words = new ArrayList<>();

  private record Vocabulary(WordReader reader, Map<String, Integer> numbers) {}

  Lexicon() {
    for (Language language : Language.values()) {
      WordReader reader = new WordReader(StopWords.english(), language);
      vocabularies.put(language, new Vocabulary(reader, new ConcurrentHashMap<>()));
    }
    words.add(Word.END);
  }

  /// The numbers of the words of a text, with 0 for a break at its end.
  int[] read(String text, Language language) {
    Vocabulary vocabulary = Objects.requireNonNull(vocabularies.get(language));
    List<String> pieces = WordReader.pieces(text);
    int[] read = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      Integer known = vocabulary.numbers().get(piece);
      // Asking first spares the lock that computing takes.
      read[i] =
          known != null
              ? known
              : vocabulary
                  .numbers()
                  .computeIfAbsent(piece, it -> add(vocabulary.reader().word(it)));
    }
    return read;
  }

  private int add(Word word) {
    synchronized (words) {
      if (word.equals(Word.END)) {
        return 0;
      }
      words.add(word);
      return words.size() - 1;
    }
  }

  /// The words by number, when all is read.
  List<Word> words() {
    return words;
  }
}
