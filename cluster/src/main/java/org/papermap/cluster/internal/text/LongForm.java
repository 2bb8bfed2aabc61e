package org.papermap.cluster.internal.text;

import java.util.List;

/// Words that a short form stands for.
///
/// @param keys of its words
/// @param numbers of its words, as most papers write them
/// @param letters the key of the short form
/// @param shortForm the number of the word that stands for it
/// @param shortPlural the number of that word's plural, or of itself
record LongForm(List<String> keys, int[] numbers, String letters, int shortForm, int shortPlural) {
  /// The keys of its words, which tells it however it is hyphened.
  String key() {
    return String.join(" ", keys);
  }

  /// How many of its words make a phrase that says as much: not the `models` that may end it. A
  /// phrase of general words alone says something where all of it is being abbreviated, as in
  /// "software engineering (SE)". 0 if there is no such phrase.
  int phraseLength(List<Word> words) {
    int length = 0;
    boolean tells = false;
    while (length < numbers.length && words.get(numbers[length]).isContent()) {
      tells |= words.get(numbers[length]).kind() == Word.Kind.CONTENT;
      length++;
    }
    if (length == numbers.length) {
      return length > 1 || tells ? length : 0;
    }
    boolean endsInProse =
        length == numbers.length - 1 && words.get(numbers[length]).kind() == Word.Kind.PROSE;
    return tells && endsInProse ? length : 0;
  }
}
