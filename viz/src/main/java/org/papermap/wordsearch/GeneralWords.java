package org.papermap.wordsearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Frequent English words, which readers ask with though few papers have them: "pictures", "cars".
final class GeneralWords {
  private static final String FILE = "general-words.txt";

  private GeneralWords() {}

  /// The words, in the order of the alphabet.
  static List<String> all() {
    try (InputStream in = GeneralWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + ": not in the jar. Build it again.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
