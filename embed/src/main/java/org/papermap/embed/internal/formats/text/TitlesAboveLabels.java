package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;

/// Blocks of labelled lines whose titles have no label and stand above `By: …`, as the New
/// Economics Papers of RePEc have them.
final class TitlesAboveLabels {
  /// A title goes over as many lines.
  private static final int LONGEST = 3;

  private static final Pattern NUMBER = Pattern.compile("^\\s*(?:\\d{1,4}[.)]|\\[\\d{1,4}])\\s+");

  private TitlesAboveLabels() {}

  /// Whether two blocks and most of all are so, and no line is labelled as a title.
  static boolean areIn(List<String> lines) {
    int titled = 0;
    int blocks = 0;
    for (int i = 0; i < lines.size(); i++) {
      Label label = Label.of(lines.get(i));
      if (label != null && label.means(Field.TITLE)) {
        return false;
      }
      if (isBy(label)) {
        blocks++;
        titled += begin(lines, i) < i && hasAbstract(lines, i) ? 1 : 0;
      }
    }
    return titled > 1 && 3 * titled >= 2 * blocks;
  }

  /// The lines with a label before each title, and a title on one of its lines.
  static List<String> labelled(List<String> lines) {
    List<String> all = new ArrayList<>(lines);
    for (int i = 0; i < lines.size(); i++) {
      Label label = Label.of(lines.get(i));
      int begin = isBy(label) ? begin(lines, i) : i;
      if (begin < i) {
        String title =
            String.join(" ", lines.subList(begin, i).stream().map(String::strip).toList());
        all.set(begin, "Title: " + NUMBER.matcher(title).replaceFirst(""));
        all.subList(begin + 1, i).replaceAll(_ -> "");
      }
    }
    return all;
  }

  /// Where the lines without a label begin that stand right above this one; blank lines may lie
  /// between.
  private static int begin(List<String> lines, int authors) {
    int end = authors;
    while (end > 0 && lines.get(end - 1).isBlank()) {
      end--;
    }
    int begin = end;
    while (begin > 0
        && end - begin < LONGEST
        && !lines.get(begin - 1).isBlank()
        && !isLabelled(lines.get(begin - 1))
        && (begin == end || !NUMBER.matcher(lines.get(begin)).lookingAt())) {
      begin--;
    }
    return begin == end ? authors : begin;
  }

  private static boolean isBy(@Nullable Label label) {
    return label != null && label.name().equalsIgnoreCase("by");
  }

  private static boolean isLabelled(String line) {
    Label label = Label.of(line);
    return label != null && label.known();
  }

  /// Whether an abstract follows before the next authors do.
  private static boolean hasAbstract(List<String> lines, int authors) {
    for (int i = authors + 1; i < lines.size(); i++) {
      Label label = Label.of(lines.get(i));
      if (label != null && label.means(Field.ABSTRACT)) {
        return true;
      }
      if (isBy(label)) {
        return false;
      }
    }
    return false;
  }
}
