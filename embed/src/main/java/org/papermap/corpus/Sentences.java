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
          "(?:e\\.g|i\\.e|cf|vs|al|fig|figs|eq|eqs|sec|ref|refs|tab|no|approx|resp|ca"
              + "|dr|prof|\\p{Lu})\\.",
          Pattern.CASE_INSENSITIVE);

  private Sentences() {}

  /// In their order, without blanks around them; none of a text without any character but blanks.
  public static List<String> of(String text) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    breaks.setText(text);
    List<String> sentences = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (to == text.length() || !endsAbbreviated(sentence)) {
        if (!sentence.isEmpty()) {
          sentences.add(sentence);
        }
        from = to;
      }
    }
    return sentences;
  }

  private static boolean endsAbbreviated(String text) {
    int begin = text.length();
    while (begin > 0 && !parts(text.charAt(begin - 1))) {
      begin--;
    }
    return ABBREVIATED.matcher(text).region(begin, text.length()).matches();
  }

  /// Whether a word may begin after it.
  private static boolean parts(char sign) {
    return sign == '(' || sign == '[' || Character.isWhitespace(sign);
  }
}
