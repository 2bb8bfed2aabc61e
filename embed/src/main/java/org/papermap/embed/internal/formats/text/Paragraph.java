package org.papermap.embed.internal.formats.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.AbstractHeading;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Prose;

/// A paragraph of a page: one line, or several that were wrapped. What takes time to find out is
/// found out once, since a page asks repeatedly.
final class Paragraph {
  /// Of 16,118 papers of two arXiv collections, no title and all abstracts but one are as long.
  private static final int ABSTRACT_LENGTH = 250;

  /// In a list whose abstracts are all short.
  static final int SHORT_LIST_LENGTH = 130;

  private static final int SHORT_ABSTRACT_LENGTH = 100;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|www\\.)\\S+|(?:doi:\\s?|arxiv:\\s?)\\S+(?:\\s*\\[[^\\]]{1,40}])?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERED = Pattern.compile("(?:\\(?\\d{1,4}[.)]|\\[\\d{1,4}]) .*");
  private static final Pattern BULLET = Pattern.compile("([-*•‣◦·–]|\\(?\\d{1,2}[.)]) .*");

  /// Headings that stand before every abstract.
  private static final Pattern HEADING =
      Pattern.compile("\\W*description\\W*", Pattern.CASE_INSENSITIVE);

  /// What pages call the links to a paper and its parts: `Bibtex Paper Supplemental`.
  private static final int LONGEST_LINKS = 80;

  private static final Pattern LINKS =
      Pattern.compile(
          "\\W*+(?:(?:pdf|html|bib(?:tex)?|abs|paper|poster|slides|video|code|data|material|arxiv"
              + "|supp(?:lement(?:al|ary)?)?|openreview|doi|cite|share|save|copy|download|view|full"
              + "|text|link|website|project|page|github|blog|resources|reviews?|and|citation)\\b"
              + "\\W*+){1,8}",
          Pattern.CASE_INSENSITIVE);

  /// The same at the beginning of the abstract itself.
  private static final Pattern HEADING_BEFORE =
      Pattern.compile(
          "(?:abstract|summary|zusammenfassung|résumé|resumen)\\s?[:.—–]\\s?(?=\\p{Lu})|abstract\\s?-\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");
  private static final Pattern WORD_OF_VENUES =
      Pattern.compile(
          "\\b(journal|j\\.|proceedings|proc\\.|conference|conf\\.|symposium|workshop|annals|letters"
              + "|transactions|trans\\.|review|reviews|advances|bulletin|magazine|arxiv|preprint"
              + "|vol\\.?|volume|pp\\.|pages|issue|no\\.|press|springer|elsevier|ieee|acm|doi)(?!\\w)",
          Pattern.CASE_INSENSITIVE);

  /// `20 (0)`, `12(3)`, `12:3`, as volumes and issues are given.
  private static final Pattern VOLUME =
      Pattern.compile(
          "\\b\\d{1,4} ?(\\(\\d{0,4}\\)|:\\d)|\\b\\d{1,5}[-–]\\d{1,5}, (?:19|20)\\d\\d$");

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("\\s*(?:[,;·•|]|\\s(?:and|und|et|y|&)\\s)\\s*(?:and\\s|&\\s)?");

  /// Marks of affiliations, and the year that a list of papers has behind the names.
  private static final Pattern AROUND_NAMES =
      Pattern.compile(
          "[\\d*†‡§¶#¹²³⁴-⁹]+(?=[,;\\s]|$)|\\(\\d{4}\\)\\.?|^(?:by|authors?:)\\s",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SEVERAL = Pattern.compile("[,;·•|&]|\\s(?:and|und|et|y)\\s");

  private static final Pattern LONG_LIST = Pattern.compile("(?:[^,;]{3,60}[,;]\\s*){4}");

  private static final Pattern PLACE =
      Pattern.compile(
          "universit|institut|\\bcollege|laborator|\\blabs?\\b|school of|department|\\bdept\\b"
              + "|research (?:center|centre|lab)|academy|hospital|polytechnic|\\binc\\b|\\bltd\\b",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST_WORDS_OF_PLACES = 30;
  private static final int LONGEST_NAME = 60;

  private static final Pattern NAME_WORD = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}'’.\\-]*|\\p{Lo}+");
  private static final Set<String> PARTICLES =
      Set.of(
          "van von der den de del della da dos du la le el al bin ibn ter ten et".split(" ", -1));

  private final long line;
  private final String text;
  private final int abstractLength;
  private @Nullable Boolean listOfNames;
  private @Nullable Boolean names;
  private @Nullable Boolean aside;

  /// @param abstractLength characters from which on it is an abstract
  private Paragraph(long line, String text, int abstractLength) {
    this.line = line;
    this.text = text;
    this.abstractLength = abstractLength;
  }

  /// @param line where it begins
  Paragraph(long line, String text) {
    this(line, text, isOther(text) ? Integer.MAX_VALUE : ABSTRACT_LENGTH);
  }

  /// Whether a text as long as an abstract lists names, or is what sites say of themselves.
  private static boolean isOther(String text) {
    return text.length() >= ABSTRACT_LENGTH && (isLongList(text) || Prose.isBoilerplate(text));
  }

  private static boolean isLongList(String text) {
    return LONG_LIST.matcher(text).lookingAt()
        && new Paragraph(0, text, ABSTRACT_LENGTH).isListOfNames();
  }

  long line() {
    return line;
  }

  String text() {
    return text;
  }

  static Paragraph join(List<Paragraph> parts) {
    Paragraph first = parts.getFirst();
    String joined = String.join(" ", parts.stream().map(Paragraph::text).toList());
    return first.abstractLength == ABSTRACT_LENGTH
        ? new Paragraph(first.line, joined)
        : first.with(joined);
  }

  private Paragraph with(String other) {
    return new Paragraph(line, other, abstractLength);
  }

  /// The same in a list whose abstracts are all short.
  Paragraph inShortList() {
    return new Paragraph(line, text, SHORT_LIST_LENGTH);
  }

  boolean isLong() {
    return text.length() >= abstractLength;
  }

  /// `3. `, `3) `, `[3] ` and words.
  boolean isNumbered() {
    return NUMBERED.matcher(text).matches();
  }

  boolean isSentence() {
    return text.length() >= SHORT_ABSTRACT_LENGTH
        && text.endsWith(".")
        && !Prose.isBoilerplate(text);
  }

  boolean isBullet() {
    return BULLET.matcher(text).matches();
  }

  boolean isDateOrCount() {
    return DayLine.isDateOrCount(text);
  }

  /// What the line says of a day, if that is all or stands behind a dot, with a year.
  Optional<String> day() {
    return DayLine.day(text);
  }

  /// A day that a verb stands before.
  boolean isToldDay() {
    return DayLine.isTold(text);
  }

  /// An address, a DOI or an identifier of arXiv alone.
  boolean isAddress() {
    return ADDRESS.matcher(text).matches();
  }

  /// Whether the line tells something beside the title and the abstract, and is no part of a text
  /// that was wrapped.
  boolean isAside() {
    Boolean known = aside;
    if (known == null) {
      boolean venue = isVenue() && Character.isUpperCase(text.codePointAt(0));
      known =
          venue
              || isAddress()
              || isNamesWithPlaces()
              || isHeading()
              || text.startsWith("Number of pages:")
              || day().isPresent()
              || (label() instanceof Label label && label.meaning() != null);
      aside = known;
    }
    return known;
  }

  /// The label of the line, if it is one that papers have and means neither title nor abstract.
  @Nullable Label label() {
    Label label = text.indexOf(':') < 0 && text.indexOf('：') < 0 ? null : Label.of(text);
    boolean other =
        label != null && label.known() && !label.means(Field.TITLE) && !label.means(Field.ABSTRACT);
    return other ? label : null;
  }

  /// `Authors: …`
  boolean isLabelledNames() {
    Label label = label();
    return label != null && label.means(Field.AUTHORS) && !label.value().isBlank();
  }

  boolean isHeading() {
    return HEADING.matcher(text).matches() || AbstractHeading.is(text);
  }

  /// A sentence of a letter, and no title.
  boolean isProse() {
    return !text.isEmpty()
        && Character.isLowerCase(text.codePointAt(0))
        && (text.endsWith(".") || text.endsWith(":"))
        && words() > 4;
  }

  /// Nothing but the words of links.
  boolean isLinks() {
    return text.length() <= LONGEST_LINKS && LINKS.matcher(text).matches();
  }

  int words() {
    return 1 + (int) text.chars().filter(c -> c == ' ').count();
  }

  /// Without a heading at its beginning.
  Paragraph withoutHeading() {
    Matcher heading = HEADING_BEFORE.matcher(text);
    return heading.lookingAt() && heading.end() < text.length()
        ? with(text.substring(heading.end()))
        : this;
  }

  /// A journal, a volume, a year: where a paper appeared.
  boolean isVenue() {
    return !isLong()
        && YEAR.matcher(text).find()
        && (text.contains(" · ")
            || WORD_OF_VENUES.matcher(text).find()
            || VOLUME.matcher(text).find());
  }

  /// Two names or more, and nothing else.
  boolean isListOfNames() {
    Boolean known = listOfNames;
    if (known == null) {
      known = SEVERAL.matcher(text).find() && areNames(2);
      listOfNames = known;
    }
    return known;
  }

  /// A list of names, or one that may be a name.
  boolean mayBeNames() {
    Boolean known = names;
    if (known == null) {
      known = areNames(1);
      names = known;
    }
    return known;
  }

  private boolean areNames(int least) {
    String[] all = names();
    return all.length >= least && Arrays.stream(all).allMatch(Paragraph::isName);
  }

  /// `Ada Lind, University of Bergen`.
  boolean isNamesWithPlaces() {
    return !isLong()
        && (CitedTitle.namesBeforeVenue(text) != null
            || PLACE.matcher(text).find()
                && (!NameList.beforePlaces(text).isEmpty()
                    || isNamesWithPlaces(BETWEEN_NAMES.split(text, -1))));
  }

  private boolean isNamesWithPlaces(String[] parts) {
    return parts.length > 1
        && isName(AROUND_NAMES.matcher(parts[0]).replaceAll("").strip())
        && !PLACE.matcher(parts[0]).find()
        && words() <= MOST_WORDS_OF_PLACES;
  }

  /// The names as the line has them, without places.
  String bareNames() {
    Paragraph before = CitedTitle.namesBeforeVenue(text);
    if (before != null) {
      return before.bareNames();
    }
    String names = withoutMarks();
    String parted = PLACE.matcher(text).find() ? NameList.beforePlaces(text) : "";
    if (!parted.isEmpty()) {
      return parted;
    }
    return isNamesWithPlaces()
        ? Arrays.stream(BETWEEN_NAMES.split(names, -1))
            .filter(part -> isName(part) && !PLACE.matcher(part).find())
            .collect(Collectors.joining(", "))
        : names;
  }

  private String withoutMarks() {
    String names = AROUND_NAMES.matcher(text.replaceAll("\\s{2,}", " ")).replaceAll("").strip();
    return names.startsWith("(") && names.endsWith(")")
        ? names.substring(1, names.length() - 1)
        : names;
  }

  /// Whether the first of several names is one, as far as the line tells.
  boolean beginsWithName() {
    int comma = Math.max(text.indexOf(','), text.indexOf(';'));
    return comma > 0
        && comma <= LONGEST_NAME
        && Character.isUpperCase(text.codePointAt(0))
        && isName(AROUND_NAMES.matcher(BETWEEN_NAMES.split(text, 2)[0]).replaceAll("").strip());
  }

  private String[] names() {
    return Arrays.stream(BETWEEN_NAMES.split(withoutMarks(), -1))
        .filter(name -> !name.isBlank() && !name.equals("et al.") && !name.equals("..."))
        .toArray(String[]::new);
  }

  /// Two to five words that all begin with a capital letter.
  private static boolean isName(String name) {
    String[] words = name.strip().split("\\s+", -1);
    if (words.length > 5 || name.length() > LONGEST_NAME) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      if (NAME_WORD.matcher(word).matches()) {
        capitals++;
      } else if (!PARTICLES.contains(word.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return capitals > 1 || (capitals == 1 && name.codePoints().anyMatch(Character::isIdeographic));
  }
}
