package org.papermap.embed.internal.formats.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// What a list of papers writes around its titles: a number, a day, quotation marks. It is taken
/// off where two thirds of the titles have it, and two at least, so that `2001: A space odyssey`
/// stays. An identifier of arXiv at the end is always one.
///
/// @param numbered whether titles begin with their places in the list
/// @param dated whether titles begin with a day
/// @param quoted whether titles stand in quotation marks
record TitleOrnaments(boolean numbered, boolean dated, boolean quoted) {
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\(?\\d{1,4}[.)]|\\[\\d{1,4}]|#\\d{1,4}[.:)]?)\\s+(?=\\S)");
  private static final Pattern DAY =
      Pattern.compile("[(\\[]?(\\d{4}-\\d{2}-\\d{2})[)\\]]?(?:\\s*[:|–-])?\\s+(?=\\S)");
  private static final Pattern QUOTED = Pattern.compile("[\"“„«](.+)[\"”“»],?");
  private static final Pattern ARXIV =
      Pattern.compile(
          "\\s*[(\\[]?arXiv:\\s?(\\d{4}\\.\\d{4,5})(?:v\\d+)?(?:\\s?\\[[\\w.-]+])?[)\\]]?$");

  static TitleOrnaments of(List<Page.Finding.Found> papers) {
    List<String> titles = papers.stream().map(paper -> paper.title().text()).toList();
    boolean numbered = most(titles, title -> NUMBER.matcher(title).lookingAt());
    boolean dated = most(titles, title -> DAY.matcher(title).lookingAt());
    boolean quoted = most(titles, title -> QUOTED.matcher(title).matches());
    return new TitleOrnaments(numbered, dated, quoted);
  }

  private static boolean most(List<String> titles, Predicate<String> test) {
    long count = titles.stream().filter(test).count();
    return count > 1 && 3 * count >= 2L * titles.size();
  }

  /// Puts the title, and what its ornaments say.
  void put(String title, SourceRecord.Builder record) {
    String bare = title;
    if (numbered) {
      bare = NUMBER.matcher(bare).replaceFirst("");
    }
    Matcher day = DAY.matcher(bare);
    if (dated && day.lookingAt()) {
      record.put(Field.DATE, day.group(1));
      bare = bare.substring(day.end());
    }
    bare = withoutQuotes(bare);
    Matcher arxiv = ARXIV.matcher(bare);
    if (arxiv.find() && arxiv.start() > 0) {
      record.put(Field.ARXIV, arxiv.group(1));
      bare = bare.substring(0, arxiv.start());
    }
    record.put(Field.TITLE, bare);
  }

  /// The text without the quotation marks around it, where titles have some.
  String withoutQuotes(String text) {
    Matcher marks = QUOTED.matcher(text);
    return quoted && marks.matches() ? marks.group(1) : text;
  }
}
