package org.papermap.corpus;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The sentences of an abstract: where Java's rules for English break a text, but not after an
/// abbreviation or an initial.
public final class Sentences {
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(?:.*[\\s(\\[])?(?:e\\.g|i\\.e|cf|vs|al|fig|figs|eq|eqs|sec|ref|refs|tab|no|approx|resp|ca"
              + "|dr|prof|\\p{Lu})\\.",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Sentences() {}

  /// In their order, without blanks around them; none of a text without any character but blanks.
  public static List<String> of(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (to == text.length() || !ABBREVIATED.matcher(sentence).matches()) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        from = to;
      }
    }
    return sentences;
  }
}
