package org.papermap.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.papermap.files.InputException;

/// Two texts, and how similar in meaning people found them.
///
/// @param score on any scale; higher is more similar
public record SentencePair(double score, String first, String second) {
  /// Reads tab-separated columns score, text, text.
  ///
  /// @throws InputException if a line has other columns
  public static List<SentencePair> read(Path file) throws IOException {
    List<SentencePair> pairs = new ArrayList<>();
    TextLines.forEach(file, (number, line) -> pairs.add(parse(file, number, line)));
    return pairs;
  }

  private static SentencePair parse(Path file, int number, String line) throws InputException {
    String[] columns = line.split("\t", -1);
    try {
      double score = Double.parseDouble(columns[0].strip());
      if (columns.length == 3 && Double.isFinite(score)) {
        return new SentencePair(score, columns[1], columns[2]);
      }
    } catch (NumberFormatException _) {
      // Reported below, like a line of other columns.
    }
    throw TextLines.wrong(
        file,
        number,
        "not a pair of sentences with a score",
        "Give score, text and text, with tabs between");
  }
}
