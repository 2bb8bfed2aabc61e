package org.papermap.distill;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The sentences of a text.
final class Sentences {
  /// What is shorter is a heading or the rest of an abbreviation rather than a sentence.
  private static final int SHORTEST = 30;

  private Sentences() {}

  /// At most so many of the text's sentences, evenly spread over it.
  static List<String> of(String text, int most) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(text);
    List<String> all = new ArrayList<>();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String sentence = text.substring(from, to).strip();
      if (sentence.length() >= SHORTEST) {
        all.add(sentence);
      }
    }
    if (all.size() <= most) {
      return all;
    }
    List<String> spread = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      spread.add(all.get(i * all.size() / most));
    }
    return spread;
  }
}
