package org.papermap.embed.internal.formats.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.PlainText;

/// What the short lines of one page are, as far as the whole page tells: those that it repeats,
/// those of its numbered list, and whether most abstracts have authors before them.
final class PageLines {
  /// A line repeated as often is part of the page; a title may stand twice in a page saved twice.
  private static final int REPEATED = 3;

  /// Labels with which no title begins.
  private static final Set<String> OF_NO_TITLE =
      Set.of("tldr", "chair", "chairs", "keywords", "comments");

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern ORDINAL = Pattern.compile("[(\\[#]?(\\d{1,4})(?:[.):\\]]|\\s).*");

  private final List<Paragraph> paragraphs;
  private final Map<String, Integer> copies = new HashMap<>();

  /// The same of lines that differ in numbers alone: `3 citations`, `4 citations`.
  private final Map<String, Integer> counted = new HashMap<>();

  private final Map<String, Integer> labels = new HashMap<>();
  private final Set<Long> ordinals = new HashSet<>();
  private final boolean hasAuthors;

  PageLines(List<Paragraph> paragraphs) {
    this.paragraphs = paragraphs;
    int abstracts = 0;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (!paragraph.isLong()) {
        copies.merge(paragraph.text(), 1, Integer::sum);
        counted.merge(withoutNumbers(paragraph), 1, Integer::sum);
        labels.merge(label(paragraph), 1, Integer::sum);
      } else if (i > 0 && !paragraphs.get(i - 1).isLong()) {
        abstracts++;
      }
    }
    findOrdinals(abstracts);
    if (ordinals.isEmpty()) {
      findBullets(abstracts);
    }
    this.hasAuthors = authorsStandBeforeMostAbstracts();
  }

  /// The lines `1. …`, `2. …` that go through the page, if there are about as many as abstracts.
  private void findOrdinals(int abstracts) {
    int next = -1;
    for (Paragraph paragraph : paragraphs) {
      Matcher ordinal = ORDINAL.matcher(paragraph.text());
      if (!paragraph.isLong() && paragraph.isNumbered() && ordinal.matches()) {
        int number = Integer.parseInt(ordinal.group(1));
        if (next < 0 || number == next) {
          ordinals.add(paragraph.line());
          next = number + 1;
        }
      }
    }
    if (ordinals.size() < 2 || 3 * ordinals.size() < 2 * abstracts) {
      ordinals.clear();
    }
  }

  /// The lines with a bullet before them, if there are about as many as abstracts.
  private void findBullets(int abstracts) {
    List<Paragraph> bullets =
        paragraphs.stream()
            .filter(it -> !it.isLong() && it.isBullet() && !it.isNumbered() && !it.isDateOrCount())
            .toList();
    if (bullets.size() > 1
        && 3 * bullets.size() >= 2 * abstracts
        && 2 * bullets.size() <= 3 * abstracts) {
      bullets.forEach(bullet -> ordinals.add(bullet.line()));
    }
  }

  /// Whether the titles are a numbered list, or one with bullets.
  boolean isNumbered() {
    return !ordinals.isEmpty();
  }

  /// Whether the line has its place in the list of titles.
  boolean isOrdinal(Paragraph paragraph) {
    return ordinals.contains(paragraph.line());
  }

  boolean hasAuthors() {
    return hasAuthors;
  }

  /// Whether before half of the abstracts there are two short lines or more, the last of them a
  /// list of names; one that may be a single name counts where another is a list.
  private boolean authorsStandBeforeMostAbstracts() {
    int abstracts = 0;
    int lists = 0;
    int names = 0;
    for (int i = 1; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).isLong() && !paragraphs.get(i - 1).isLong()) {
        abstracts++;
        int last = before(i);
        if (last >= 0 && before(last) >= 0) {
          Paragraph line = paragraphs.get(last);
          lists += line.isListOfNames() || line.isNamesWithPlaces() ? 1 : 0;
          names += line.mayBeNames() || line.isNamesWithPlaces() ? 1 : 0;
        }
      }
    }
    boolean alone = abstracts > 2 && 10 * names >= 9 * abstracts;
    return alone || (lists > 0 && 2 * names > abstracts && 3 * lists >= names);
  }

  /// The place of the last line before this one that may be a title, or -1 if an abstract is
  /// nearer.
  private int before(int place) {
    for (int i = place - 1; i >= 0 && !paragraphs.get(i).isLong(); i--) {
      Paragraph line = paragraphs.get(i);
      if (mayBeTitle(line) && !line.isVenue()) {
        return i;
      }
    }
    return -1;
  }

  boolean mayBeTitle(Paragraph paragraph) {
    return !paragraph.isDateOrCount()
        && !paragraph.isHeading()
        && !paragraph.isAddress()
        && !paragraph.isLinks()
        && paragraph.day().isEmpty()
        && !isLabelled(paragraph)
        && paragraph.words() > 1
        && copies.getOrDefault(paragraph.text(), 0) < REPEATED
        && !isCounter(paragraph);
  }

  /// Stricter than what may be a title where an abstract follows.
  boolean readsAsTitle(Paragraph paragraph) {
    return mayBeTitle(paragraph)
        && paragraph.words() > 2
        && paragraph.text().length() >= 15
        && !paragraph.text().endsWith("!")
        && !paragraph.isVenue()
        && counted.getOrDefault(withoutNumbers(paragraph), 0) < REPEATED
        && !(hasAuthors && (paragraph.isListOfNames() || paragraph.isNamesWithPlaces()));
  }

  /// `Keywords: …`, where the page has this label more than once: titles have colons, too.
  private boolean isLabelled(Paragraph paragraph) {
    String label = label(paragraph);
    return !label.isEmpty()
        && (labels.getOrDefault(label, 0) > 1
            || paragraph.isLabelledNames()
            || OF_NO_TITLE.contains(PlainText.bareName(label)));
  }

  private static String label(Paragraph paragraph) {
    Label label = paragraph.label();
    return label == null ? "" : label.name();
  }

  /// `Article 1042`, `Cited by: Papers (3)`: the same but for its numbers all over the page.
  private boolean isCounter(Paragraph paragraph) {
    String text = paragraph.text();
    return Character.isDigit(text.charAt(text.length() - 1)) | text.endsWith(")")
        && counted.getOrDefault(withoutNumbers(paragraph), 0) >= REPEATED;
  }

  private static String withoutNumbers(Paragraph paragraph) {
    return DIGITS.matcher(paragraph.text()).replaceAll("0");
  }
}
