package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of names that a page breaks or joins in ways of its own.
final class NamesOnLines {
  private static final Pattern LABEL = Pattern.compile("(?i)authors?\\s?:?");
  private static final Pattern BETWEEN = Pattern.compile("[,;·•|&]|and");

  private NamesOnLines() {}

  /// The paragraphs, with the names below a line `Authors:` as one line.
  static List<Paragraph> joined(List<Paragraph> paragraphs) {
    List<Paragraph> joined = new ArrayList<>(paragraphs.size());
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph first = paragraphs.get(i);
      if (first.text().length() > 9 || !LABEL.matcher(first.text()).matches()) {
        joined.add(first);
        continue;
      }
      List<String> names = new ArrayList<>();
      int end = i + 1;
      while (end < paragraphs.size() && isOfNames(paragraphs.get(end))) {
        String text = paragraphs.get(end).text().replaceAll("[,;\\s]+$", "");
        if (!text.isEmpty() && !BETWEEN.matcher(text).matches()) {
          names.add(text);
        }
        end++;
      }
      joined.add(
          names.isEmpty()
              ? first
              : new Paragraph(first.line(), "Authors: " + String.join(", ", names)));
      i = names.isEmpty() ? i : end - 1;
    }
    return joined;
  }

  /// The lines, with those that a list of names goes on in joined to its first.
  static List<Paragraph> goingOn(List<Paragraph> lines) {
    List<Paragraph> joined = new ArrayList<>();
    for (Paragraph line : lines) {
      boolean goesOn =
          !joined.isEmpty() && joined.getLast().text().endsWith(",") && line.mayBeNames();
      if (goesOn) {
        joined.add(Paragraph.join(List.of(joined.removeLast(), line)));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  private static boolean isOfNames(Paragraph line) {
    return BETWEEN.matcher(line.text()).matches() || (line.mayBeNames() && !line.isHeading());
  }

  /// `Ada Lind, Jo Moreau; Proceedings of … 2024` as two lines.
  static List<Paragraph> apartFromVenue(Paragraph line) {
    int end = line.isLong() ? -1 : line.text().indexOf("; ");
    if (end < 0) {
      return List.of(line);
    }
    Paragraph names = new Paragraph(line.line(), line.text().substring(0, end));
    Paragraph venue = new Paragraph(line.line(), line.text().substring(end + 2));
    return names.mayBeNames() && venue.isVenue() ? List.of(names, venue) : List.of(line);
  }
}
