package org.papermap.cluster.internal.phrase;

import java.util.Set;
import org.papermap.cluster.internal.text.Word;

/// The use of a phrase in a corpus.
///
/// @param key the keys of its words, separated by spaces; equal for all forms of the phrase
/// @param text as most papers write it
/// @param head the stock noun that papers hardly ever say it without, as *model* in "Hubbard
///   model"; empty for none
/// @param spelledOut its text with short forms spelled out; empty where it has none
/// @param words the number of its words, `of` not counted
/// @param tellsSubject whether one of its words is more than a general word
/// @param endShare the share of its occurrences, where that is clear, that end a noun phrase
/// @param unspaced whether it is of a script that is written without spaces
/// @param obscure whether its text has a short form whose long form is used more often
/// @param stems of its words, those of hyphenated words in parts
/// @param expandedStems the same with short forms spelled out
public record PhraseUse(
    String key,
    String text,
    String head,
    String spelledOut,
    int words,
    boolean tellsSubject,
    double endShare,
    boolean unspaced,
    boolean obscure,
    Set<String> stems,
    Set<String> expandedStems) {
  /// The least share of occurrences that end a noun phrase.
  private static final double ENDS_PHRASES = 0.25;

  /// Whether it can describe a topic. It must end noun phrases, as nouns do and adjectives
  /// (`low-rank`) and fragments (`convolutional neural`) do not, and one of its words must be more
  /// than a general word.
  boolean isKeyphrase() {
    return tellsSubject && (endShare >= ENDS_PHRASES || !head.isEmpty());
  }

  /// The text with the head.
  String whole() {
    return head.isEmpty() ? text : text + " " + head;
  }

  /// The text with short forms spelled out and the head, unless that says one word twice; empty
  /// where it has no short forms.
  public String wholeSpelledOut() {
    boolean repeats = head.isEmpty() || Word.stems(spelledOut).containsAll(Word.stems(head));
    return spelledOut.isEmpty() || repeats ? spelledOut : spelledOut + " " + head;
  }
}
