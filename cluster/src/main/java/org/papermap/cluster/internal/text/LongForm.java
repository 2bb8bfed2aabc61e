package org.papermap.cluster.internal.text;

import java.util.List;

/// The long form of an abbreviation.
///
/// @param keys of its words
/// @param numbers of its words, as most papers write them
/// @param letters the key of the short form
/// @param shortForm the word number of the short form
/// @param shortPlural the word number of the short form's plural, or of the short form
record LongForm(List<String> keys, int[] numbers, String letters, int shortForm, int shortPlural) {
  /// The keys of its words, equal with and without hyphens.
  String key() {
    return String.join(" ", keys);
  }

  /// The number of its first words that make a phrase: all of them, or all but a prose word at the
  /// end, such as `models`. Several general words make a phrase only if they are the whole long
  /// form, as in "software engineering (SE)". 0 if there is no phrase.
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
