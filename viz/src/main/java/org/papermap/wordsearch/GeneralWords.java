package org.papermap.wordsearch;

import java.util.List;
import org.papermap.files.ResourceText;

/// Frequent English words, which readers ask with though few papers have them: "pictures", "cars".
final class GeneralWords {
  private GeneralWords() {}

  /// The words, in the order of the alphabet.
  static List<String> all() {
    return ResourceText.lines(GeneralWords.class, "general-words.txt");
  }
}
