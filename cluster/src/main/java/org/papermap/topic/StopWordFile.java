package org.papermap.topic;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.papermap.files.InputException;

/// Reads a file of words that no name may have: UTF-8 text, a word or a phrase a line. Blank lines
/// and lines that begin with `#` are skipped.
final class StopWordFile {
  /// A longer line is no word.
  private static final int LONGEST = 60;

  private StopWordFile() {}

  /// The words of a file, in its order.
  ///
  /// @throws InputException if a line is too long for a word or a phrase
  /// @throws IOException if the file cannot be read
  static Set<String> read(Path file) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    int number = 0;
    for (String line : text(file).lines().toList()) {
      number++;
      // A byte order mark is no white space to strip.
      String word = line.replace("\uFEFF", "").strip();
      if (word.isEmpty() || word.startsWith("#")) {
        continue;
      }
      if (word.length() > LONGEST) {
        throw new InputException(
            "%s, line %d: %d characters. Give a word or a phrase a line, of up to %d."
                .formatted(file, number, word.length(), LONGEST));
      }
      words.add(word);
    }
    return words;
  }

  private static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new InputException(file + ": is a folder. Name a file.");
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      throw new InputException(file + ": not UTF-8. Save it as UTF-8.");
    }
  }
}
