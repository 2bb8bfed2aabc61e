package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;

/// Labels that stand on lines of their own, without colons, above their values.
final class LoneLabels {
  private static final int LONGEST = 24;

  private LoneLabels() {}

  /// Whether a line says `Title` for each that says `Abstract`, and none has a title behind a
  /// colon.
  static boolean areIn(List<String> lines) {
    int titles = 0;
    int texts = 0;
    for (String line : lines) {
      Field meaning = meaning(line).orElse(null);
      titles += meaning == Field.TITLE ? 1 : 0;
      texts += meaning == Field.ABSTRACT ? 1 : 0;
      if (Label.of(line) instanceof Label label && label.means(Field.TITLE)) {
        return false;
      }
    }
    return titles > 0 && texts > 0 && titles >= texts && titles <= 2 * texts;
  }

  /// The lines with a colon behind each such label.
  static List<String> labelled(List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    all.replaceAll(line -> meaning(line).isPresent() ? line.strip() + ":" : line);
    return all;
  }

  private static Optional<Field> meaning(String line) {
    String word = line.strip();
    if (word.isEmpty()
        || word.length() > LONGEST
        || Character.isLowerCase(word.codePointAt(0))
        || !Character.isLetter(word.codePointBefore(word.length()))) {
      return Optional.empty();
    }
    Label label = Label.of(PlainText.oneLine(word) + ":");
    return label == null ? Optional.empty() : Optional.ofNullable(label.meaning());
  }
}
