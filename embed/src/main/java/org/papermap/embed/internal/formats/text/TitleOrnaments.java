package org.papermap.embed.internal.formats.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// What a list of papers writes around its titles: a number, a day, quotation marks. It is taken
/// off where two thirds of the titles have it, and two at least, so that `2001: A space odyssey`
/// stays. An identifier of arXiv at the end is always one.
///
/// @param cited whether titles are whole references
/// @param numbered whether titles begin with their places in the list
/// @param timed whether titles begin with a time, as in a programme
/// @param dated whether titles begin with a day
/// @param quoted whether titles stand in quotation marks
/// @param named whether names stand behind a dash
/// @param quotedTexts whether abstracts stand in quotation marks
record TitleOrnaments(
    boolean cited,
    boolean numbered,
    boolean timed,
    boolean dated,
    boolean quoted,
    boolean named,
    boolean quotedTexts) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:\\(?\\d{1,4}[.)]|\\[\\d{1,4}]|#\\d{1,4}[.:)]?|[A-Z]{1,3}-?\\d{1,3}[.:)]?|[•‣◦·*–-])\\s+(?=\\S)");
  private static final Pattern TIME =
      Pattern.compile(
          "\\[?\\d{1,2}[:.]\\d{2}(?:\\s?[–-]\\s?\\d{1,2}[:.]\\d{2})?(?:\\s?[ap]\\.?m\\.?)?]?[:|]?\\s+(?=\\S)");
  private static final Pattern DAY =
      Pattern.compile("[(\\[]?(\\d{4}-\\d{2}-\\d{2})[)\\]]?(?:\\s*[:|–-])?\\s+(?=\\S)");
  private static final Pattern QUOTED_BY = Pattern.compile("([\"“„«].+[\"”“»],?) by (.+)");
  private static final Pattern QUOTED = Pattern.compile("[\"“„«](.+)[\"”“»],?");
  private static final Pattern NAMES_BEHIND =
      Pattern.compile("(.{8,})\\s+(?:[—–-]|by)\\s+(.+?)(?:\\s*\\(((?:19|20)\\d\\d)\\))?");
  private static final Pattern ARXIV =
      Pattern.compile(
          "\\s*(?:[(\\[]?arXiv:\\s?|[(\\[])(\\d{4}\\.\\d{4,5})(?:v\\d+)?(?:\\s?\\[[\\w.-]+])?[)\\]]?$");

  static TitleOrnaments of(List<Page.Finding.Found> papers) {
    List<String> titles = papers.stream().map(paper -> paper.title().text()).toList();
    boolean numbered = most(titles, title -> NUMBER.matcher(title).lookingAt());
    boolean timed = most(titles, title -> TIME.matcher(title).lookingAt());
    boolean dated = most(titles, title -> DAY.matcher(title).lookingAt());
    boolean quoted = most(titles, TitleOrnaments::isQuoted);
    boolean named = most(titles, TitleOrnaments::isNamed);
    boolean texts =
        most(papers.stream().map(paper -> paper.text().text()).toList(), TitleOrnaments::isQuoted);
    boolean cited = most(titles, title -> CitedTitle.of(title).isPresent());
    return new TitleOrnaments(cited, numbered, timed, dated, quoted, named, texts);
  }

  private static boolean isQuoted(String title) {
    return mayBeQuoted(title)
        && QUOTED.matcher(QUOTED_BY.matcher(title).replaceFirst("$1")).matches();
  }

  /// Few titles are, and a look at one character takes no time.
  private static boolean mayBeQuoted(String title) {
    return !title.isEmpty() && "\"“„«".indexOf(title.charAt(0)) >= 0;
  }

  private static boolean isNamed(String title) {
    if (!title.contains(" by ")
        && title.indexOf('-') < 0
        && title.indexOf('–') < 0
        && title.indexOf('—') < 0) {
      return false;
    }
    Matcher names = NAMES_BEHIND.matcher(title);
    return names.matches() && new Paragraph(1, names.group(2)).isListOfNames();
  }

  private static boolean most(List<String> titles, Predicate<String> test) {
    long count = titles.stream().filter(test).count();
    return count > 1 && 3 * count >= 2L * titles.size();
  }

  /// Puts the title, and what its ornaments say.
  void put(String title, SourceRecord.Builder record) {
    Optional<CitedTitle> reference = cited ? CitedTitle.of(title) : Optional.empty();
    if (reference.isPresent()) {
      reference.get().put(record);
      return;
    }
    String bare = title;
    if (numbered) {
      bare = NUMBER.matcher(bare).replaceFirst("");
    }
    if (timed) {
      bare = TIME.matcher(bare).replaceFirst("");
    }
    Matcher day = DAY.matcher(bare);
    if (dated && day.lookingAt()) {
      record.put(Field.DATE, day.group(1));
      bare = bare.substring(day.end());
    }
    Matcher by = QUOTED_BY.matcher(bare);
    if (quoted && by.matches()) {
      record.put(Field.AUTHORS, by.group(2));
      bare = by.group(1);
    }
    Matcher names = NAMES_BEHIND.matcher(bare);
    if (named && names.matches() && new Paragraph(1, names.group(2)).mayBeNames()) {
      record.put(Field.AUTHORS, names.group(2));
      record.put(Field.DATE, Objects.requireNonNullElse(names.group(3), ""));
      bare = names.group(1);
    }
    bare = withoutQuotes(bare);
    if (bare.indexOf('.') > 0) {
      Matcher arxiv = ARXIV.matcher(bare);
      if (arxiv.find() && arxiv.start() > 0) {
        record.put(Field.ARXIV, arxiv.group(1));
        bare = bare.substring(0, arxiv.start());
      }
    }
    record.put(Field.TITLE, bare);
  }

  /// The text without the quotation marks around it, where titles or abstracts have some.
  String withoutQuotes(String text) {
    Matcher marks = QUOTED.matcher(text);
    return (quoted || quotedTexts) && marks.matches() ? marks.group(1) : text;
  }
}
