package org.papermap.cluster.internal.phrase;

import java.util.Set;

/// How a corpus uses a phrase.
///
/// @param key the keys of its words in parts, parted by spaces; equal for forms of one phrase
/// @param text as people write it
/// @param words how many words it has, `of` not counted
/// @param tellsSubject whether one of them is more than a general word
/// @param endShare how often a noun phrase ends with it, of the times that can be told, in [0, 1]
/// @param joined whether it is of a script that is written without spaces
/// @param obscure whether its text has a short form that people spell out more often than not
/// @param stems of its words, hyphened ones in parts: what two phrases share when they say the same
/// @param meant these, and those of the words that its short forms stand for
public record PhraseUse(
    String key,
    String text,
    int words,
    boolean tellsSubject,
    double endShare,
    boolean joined,
    boolean obscure,
    Set<String> stems,
    Set<String> meant) {
  /// The least share of its occurrences at which a noun phrase ends.
  private static final double ENDS_PHRASES = 0.25;

  /// Whether it can tell people what a topic is about. It ends noun phrases, as nouns do, and
  /// adjectives (`low-rank`) and fragments (`convolutional neural`) hardly ever; and one of its
  /// words is more than a general one.
  boolean tells() {
    return tellsSubject && endShare >= ENDS_PHRASES;
  }
}
