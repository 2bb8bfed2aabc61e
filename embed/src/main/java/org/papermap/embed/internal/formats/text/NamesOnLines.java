package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Lines of names that a page breaks or joins in ways of its own.
final class NamesOnLines {
  private static final Pattern LABEL = Pattern.compile("(?i)authors?\\s?:?");
  private static final Pattern BETWEEN = Pattern.compile("[,;·•|&]|and");

  private static final String DOT = " · ";

  private static final int MOST_ABOVE = 6;
  private static final int MOST_LINES = 12;
  private static final int LONGEST_VENUE = 250;

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

  /// A line as it is, or its parts at a tab where the last of them lists names.
  static List<String> apartAtTab(String line) {
    int tab = line.strip().indexOf('\t');
    if (tab < 0) {
      return List.of(line);
    }
    String names = line.strip().substring(tab).strip();
    return new Paragraph(0, names).mayBeNames()
        ? List.of(line.strip().substring(0, tab), names)
        : List.of(line);
  }

  /// The lines of a block, with a list of names that was wrapped as one line: within a name, or
  /// behind a comma.
  static List<Paragraph> unwrapped(List<Paragraph> block) {
    List<Paragraph> lines = new ArrayList<>();
    for (int i = 0; i < block.size(); i++) {
      Paragraph line = block.get(i);
      int end = i > 0 && i < MOST_ABOVE && !line.isLong() ? endOfList(block, i) : i + 1;
      lines.add(end == i + 1 ? line : Paragraph.join(block.subList(i, end)));
      i = end - 1;
    }
    return lines;
  }

  /// Where the list ends that begins at this line and takes more than one.
  private static int endOfList(List<Paragraph> block, int start) {
    int end = start + 1;
    Paragraph first = block.get(start);
    int last = Math.min(block.size(), start + MOST_LINES);
    if (end >= last || !first.beginsWithName() || !goesOn(first)) {
      return end;
    }
    for (int i = start + 2; i <= last && !block.get(i - 1).isLong(); i++) {
      if (!Paragraph.join(block.subList(start, i)).isListOfNames()) {
        // A name may be broken at the end of this line.
        if (i > end + 1) {
          break;
        }
        continue;
      }
      end = i;
      if (!goesOn(block.get(i - 1))) {
        break;
      }
    }
    return end;
  }

  /// Whether a list of names does not end with this line: a comma or a part of a name is its end.
  private static boolean goesOn(Paragraph line) {
    char last = line.text().charAt(line.text().length() - 1);
    return last == ',' || last == ';' || !line.isListOfNames();
  }

  private static boolean isOfNames(Paragraph line) {
    return BETWEEN.matcher(line.text()).matches() || (line.mayBeNames() && !line.isHeading());
  }

  /// `Ada Lind, Jo Moreau; Proceedings of … 2024` or `Ada Lind · ICML · 2024` as two lines.
  static List<Paragraph> apartFromVenue(Paragraph line) {
    int dot = line.text().indexOf(DOT);
    int end = dot < 0 ? line.text().indexOf("; ") : dot;
    if (end < 0
        || line.text().length() - end > LONGEST_VENUE
        || !Character.isUpperCase(line.text().codePointAt(0))) {
      return List.of(line);
    }
    Paragraph names = new Paragraph(line.line(), line.text().substring(0, end));
    Paragraph venue =
        new Paragraph(line.line(), line.text().substring(end + (dot < 0 ? 2 : DOT.length())));
    return names.mayBeNames() && venue.isVenue() ? List.of(names, venue) : List.of(line);
  }
}
