package org.papermap.embed.internal.formats.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.files.ResourceText;

/// A line that says what its text is: `Title: …`, `**Abstract:** …`, `- PDF: …`.
///
/// @param meaning the field that the label means, or null if it means none
/// @param name as it stands there
/// @param known whether it is one of the labels that papers have; others may be part of a text
record Label(@Nullable Field meaning, String name, String value, boolean known) {
  private static final int LONGEST = 32;

  private static final Pattern ORNAMENT =
      Pattern.compile(
          "^\\s*(?:[\\p{So}\\p{Sk}\\x{FE0F}\\x{200D}]+\\s*|[-*•>+–]\\s+|\\d{1,4}[.)]\\s+|\\[\\d{1,4}]\\s+|#{1,6}\\s+|>\\s*){0,12}");
  private static final Pattern MARKS = Pattern.compile("^[*_`{\\s]+|[*_`}\\s]+$");
  private static final Pattern MARKS_BEFORE = Pattern.compile("^[*_`]+(?=\\s|$)|^\\s*[*_]{2}");

  /// `[Title] …`, `【标题】…`; a link is none.
  private static final Pattern BRACKETED =
      Pattern.compile("\\s*[\\[【〔「]([^\\[\\]【】〕」]{1,32})[\\]】〕」](?!\\()\\s*[:：]?\\s*(.*)");

  /// `Published (v1)`
  private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)$");

  /// `Organ-单位`: the same in two languages.
  private static final Pattern TWICE =
      Pattern.compile("[A-Z][A-Za-z ]{1,20}-[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]{1,10}");

  private static final Map<String, Field> MEANINGS = new HashMap<>();

  static {
    Map<String, List<String>> names = ResourceText.sections(Label.class, "labels.txt");
    for (Field field : Field.values()) {
      names
          .getOrDefault(field.name().toLowerCase(Locale.ROOT), List.of())
          .forEach(name -> MEANINGS.put(name, field));
    }
  }

  private static final Set<String> OTHERS =
      Set.copyOf(ResourceText.section(Label.class, "labels.txt", "other"));

  /// The label that the line begins with, or null.
  static @Nullable Label of(String line) {
    Matcher bracketed = BRACKETED.matcher(line);
    if (mayBeBracketed(line) && bracketed.matches()) {
      Field meaning = meaning(bracketed.group(1), PlainText.bareName(bracketed.group(1)));
      return meaning == null
          ? null
          : new Label(meaning, bracketed.group(1), bracketed.group(2).strip(), true);
    }
    int colon = colon(line);
    if (colon >= 0 && line.startsWith("innen:", colon + 1)) {
      colon = colon + "innen:".length(); // Autor:innen: …
    }
    if (colon < 0) {
      return null;
    }
    Matcher ornament = ORNAMENT.matcher(line);
    int start = ornament.find() ? ornament.end() : 0;
    if (start >= colon || colon - start > LONGEST) {
      return null;
    }
    String name = MARKS.matcher(line.substring(start, colon)).replaceAll("");
    if (name.isEmpty() || !Character.isLetter(name.charAt(0)) || name.indexOf('[') >= 0) {
      return null;
    }
    // Logseq has two colons.
    int behind = line.startsWith("::", colon) ? colon + 2 : colon + 1;
    String value = MARKS_BEFORE.matcher(line.substring(behind)).replaceFirst("").strip();
    name = name.endsWith("(s)") ? name.replace("(s)", "s") : REMARK.matcher(name).replaceFirst("");
    String bare = PlainText.bareName(name);
    Field meaning = meaning(name, bare);
    boolean shaped = Character.isUpperCase(name.charAt(0)) && name.split(" ", -1).length <= 3;
    boolean known = meaning != null || OTHERS.contains(bare) || TWICE.matcher(name).matches();
    return known || shaped ? new Label(meaning, name, value, known) : null;
  }

  /// Few lines are, and a look at one character takes no time.
  private static boolean mayBeBracketed(String line) {
    int first = 0;
    while (first < line.length() && Character.isWhitespace(line.charAt(first))) {
      first++;
    }
    return first < line.length() && "[【〔「".indexOf(line.charAt(first)) >= 0;
  }

  /// By its own word, or by that of another language, or by the one before a dash: `Title-题名`.
  private static @Nullable Field meaning(String name, String bare) {
    Field meaning = MEANINGS.get(bare);
    if (meaning == null && bare.chars().anyMatch(c -> c > 0x7F)) {
      meaning = Field.named(bare).map(Field.Match::field).orElse(null);
      int dash = name.indexOf('-');
      if (meaning == null && dash > 0) {
        meaning = MEANINGS.get(PlainText.bareName(name.substring(0, dash)));
      }
    }
    return meaning;
  }

  private static int colon(String line) {
    int end = Math.min(line.length(), LONGEST + 16);
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '：') {
        boolean address = line.startsWith("//", i + 1);
        return address ? -1 : i;
      }
    }
    return -1;
  }

  boolean means(Field field) {
    return meaning == field;
  }

  /// Whether it is one beside a title that tells a paper.
  boolean isOfPaper() {
    return meaning != null
        && switch (meaning) {
          case AUTHORS, URL, DOI, ARXIV, PUBMED, VENUE -> true;
          case TITLE, ABSTRACT, DATE, KEYWORDS, ID, KEY -> false;
        };
  }

  /// Whether the value goes on in the lines below; others are one word or one line.
  boolean goesOn() {
    return meaning == null
        || switch (meaning) {
          case TITLE, ABSTRACT, AUTHORS, VENUE, KEYWORDS -> true;
          case ID, DATE, URL, DOI, ARXIV, PUBMED, KEY -> false;
        };
  }

  boolean isLowerCase() {
    return name.equals(name.toLowerCase(Locale.ROOT));
  }
}
