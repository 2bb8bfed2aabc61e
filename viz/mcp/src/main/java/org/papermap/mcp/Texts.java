package org.papermap.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.papermap.corpus.Paper;

/// Texts for an assistant, in lines short enough to quote.
final class Texts {
  private static final int AUTHORS = 4;
  private static final int BEGINNING = 280;
  private static final int WHOLE = 4000;

  private Texts() {}

  /// Text from papers is data: one line, without control characters.
  static String clean(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ").strip();
  }

  private static String cut(String text, int length) {
    String clean = clean(text);
    return clean.length() <= length ? clean : clean.substring(0, length) + "…";
  }

  /// Title, id, authors, day, link and topic, and how the abstract begins.
  static String entry(Libraries.Found found) {
    Float cosine = found.near().similarity();
    return head(found.near().paper(), found.library().name())
        + (cosine == null ? "" : String.format(Locale.ROOT, "\nsimilarity %.2f", cosine))
        + (found.near().paper().hasAbstract()
            ? "\n" + cut(found.near().paper().abstractText(), BEGINNING)
            : "");
  }

  static String whole(Paper paper, String library) {
    return head(paper, library)
        + (paper.hasAbstract() ? "\n" + cut(paper.abstractText(), WHOLE) : "\n(no abstract)");
  }

  static String line(Paper paper) {
    return "%s [id %s]".formatted(clean(paper.title()), clean(paper.id()));
  }

  private static String head(Paper paper, String library) {
    List<String> parts = new ArrayList<>();
    parts.add("id " + clean(paper.id()));
    parts.add("in " + library);
    if (!paper.authors().isEmpty()) {
      int named = Math.min(AUTHORS, paper.authors().size());
      parts.add(
          clean(String.join(", ", paper.authors().subList(0, named)))
              + (paper.authors().size() > named ? " and others" : ""));
    }
    if (paper.date() != null) {
      parts.add(paper.dateText());
    }
    if (paper.url() != null) {
      parts.add(paper.url().toString());
    }
    String topic = Library.topic(paper);
    if (!topic.isEmpty()) {
      parts.add("topic " + clean(topic));
    }
    return clean(paper.title()) + "\n" + String.join(" | ", parts);
  }
}
