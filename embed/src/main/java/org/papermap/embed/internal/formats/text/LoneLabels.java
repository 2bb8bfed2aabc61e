package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;

/// Labels without colons: on lines of their own above their values, or before a dash.
final class LoneLabels {
  private static final int LONGEST = 24;

  /// `Title - Knots`, `Title = Knots`
  private static final Pattern BEFORE_DASH =
      Pattern.compile("\\s*(\\p{L}[\\p{L} ]{1,23}?)\\s*(?:[-–—]+>?|=+>?)\\s+(?=\\S)");

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
    all.replaceAll(LoneLabels::labelled);
    return all;
  }

  private static String labelled(String line) {
    if (meaning(line).isEmpty()) {
      return line;
    }
    Matcher dash = BEFORE_DASH.matcher(line);
    return dash.lookingAt()
        ? dash.group(1) + ": " + line.substring(dash.end())
        : line.strip() + ":";
  }

  private static Optional<Field> meaning(String line) {
    Matcher dash = BEFORE_DASH.matcher(line);
    String word = dash.lookingAt() ? dash.group(1) : line.strip();
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
