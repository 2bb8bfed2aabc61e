package org.papermap.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.papermap.files.InputException;

/// The lines of a UTF-8 file that are not blank.
final class TextLines {
  private TextLines() {}

  @FunctionalInterface
  interface Sink {
    /// @param number counted from 1, blank lines included
    void line(int number, String line) throws IOException;
  }

  static void forEach(Path file, Sink sink) throws IOException {
    try (BufferedReader text = Files.newBufferedReader(file)) {
      int number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        if (!line.isBlank()) {
          sink.line(number, line);
        }
      }
    } catch (CharacterCodingException e) {
      throw new InputException(file + ": not UTF-8. Save the text in UTF-8 and try again.");
    }
  }

  /// What is wrong with a line.
  static InputException wrong(Path file, int number, String found, String advice) {
    return new InputException("%s:%d: %s. %s.".formatted(file, number, found, advice));
  }
}
