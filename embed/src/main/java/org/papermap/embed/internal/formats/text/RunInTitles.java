package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.List;

/// Titles that stand in one paragraph with their abstracts: `Title — abstract`, `Title | abstract`.
final class RunInTitles {
  private static final int FEWEST = 3;
  private static final int LONGEST_TITLE = 250;
  private static final List<String> SIGNS = List.of(" — ", " – ", " | ", " - ", " -- ");

  private RunInTitles() {}

  /// The paragraphs with titles and abstracts apart, where four fifths of the long ones have both,
  /// with one sign between them.
  static List<Paragraph> apart(List<Paragraph> paragraphs) {
    List<Paragraph> texts = paragraphs.stream().filter(Paragraph::isLong).toList();
    for (String sign : SIGNS) {
      long titled = texts.stream().filter(text -> parts(text, sign).size() > 1).count();
      if (titled >= FEWEST && 5 * titled >= 4L * texts.size()) {
        List<Paragraph> parts = new ArrayList<>();
        paragraphs.forEach(paragraph -> parts.addAll(parts(paragraph, sign)));
        return parts;
      }
    }
    return paragraphs;
  }

  private static List<Paragraph> parts(Paragraph paragraph, String sign) {
    String all = paragraph.text();
    int end = paragraph.isLong() ? all.indexOf(sign) : -1;
    if (end < 0 || end > LONGEST_TITLE) {
      return List.of(paragraph);
    }
    Paragraph title = new Paragraph(paragraph.line(), all.substring(0, end));
    Paragraph text = new Paragraph(paragraph.line(), all.substring(end + sign.length()));
    boolean apart =
        title.words() > 1
            && title.text().indexOf(". ") < 0
            && text.isLong()
            && !Character.isLowerCase(text.text().codePointAt(0));
    return apart ? List.of(title, text) : List.of(paragraph);
  }
}
