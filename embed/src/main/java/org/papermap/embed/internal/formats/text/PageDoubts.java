package org.papermap.embed.internal.formats.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.Prose;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.text.Page.Finding;
import org.papermap.files.ResourceText;

/// Refuses a text whose papers look unlike papers: it is prose, an article, or tagged text that no
/// format knows.
final class PageDoubts {
  /// `TY - `, `%T `, `TI `, `title = `, `Title: `.
  private static final Pattern TAG =
      Pattern.compile(
          "([A-Z][A-Z0-9]{1,4}\\s*-|--[A-Z]{2}--|%[A-Z0-9!@]|[A-Z][A-Z0-9](?="
              + " )|@\\w+[{(]|\"\\w+\"\\s?:|[A-Za-z_]{2,20}\\s?=)(\\s.*|$)|([A-Z][A-Za-z"
              + " _-]{1,20}:)\\s.*");

  private static final Set<String> SECTIONS =
      Set.copyOf(ResourceText.section(PageDoubts.class, "labels.txt", "section"));

  private static final Pattern NUMBER_BEFORE = Pattern.compile("^[\\dIVX]+(\\.\\d+)*[.)]?\\s+");

  /// Of 16,118 abstracts of arXiv, none is as long.
  static final int LONGEST_ABSTRACT = 4000;

  /// Without the number before them.
  private static final int MOST_WORDS_OF_SECTION = 3;

  private PageDoubts() {}

  static void check(Page page, List<Paragraph> paragraphs) throws UnrecognizedException {
    List<String> titles = page.papers().stream().map(paper -> paper.title().text()).toList();
    long bare = page.findings().stream().filter(it -> it instanceof Finding.Bare).count();
    refuseTags(titles, paragraphs);
    refuseProse(titles, paragraphs);
    refuseLongTexts(page, titles, paragraphs);
    if (Prose.isIn(titles, page.papers().stream().map(it -> it.text().text()).toList())) {
      throw new UnrecognizedException(
          "prose, not a list of papers",
          "Name the file with the papers, or name the --format page-dump");
    }
    if (bare > 2 && bare > titles.size()) {
      throw new UnrecognizedException(
          "a text in which only %,d of %,d titles have an abstract"
              .formatted(titles.size(), titles.size() + bare),
          "Export RIS, BibTeX, CSV or JSON instead, or name the --format page-dump");
    }
  }

  /// Titles that begin with one tag: half of them, and of lone titles the lines around them.
  private static void refuseTags(List<String> titles, List<Paragraph> paragraphs)
      throws UnrecognizedException {
    Map<String, Integer> tags = new HashMap<>();
    for (String title : titles) {
      Matcher tag = TAG.matcher(title);
      if (tag.matches()) {
        tags.merge(tag.group(1) == null ? tag.group(3) : tag.group(1), 1, Integer::sum);
      }
    }
    long tagged = paragraphs.stream().filter(it -> isTagged(it.text())).count();
    if (2 * tagged > paragraphs.size()) {
      throw tagged(paragraphs.stream().filter(it -> isTagged(it.text())).findFirst().orElseThrow());
    }
    for (Map.Entry<String, Integer> tag : tags.entrySet()) {
      if (2 * tag.getValue() > titles.size()
          && (titles.size() > 1 || areMany(paragraphs, tag.getKey()))) {
        throw tagged(tag.getKey());
      }
    }
  }

  private static UnrecognizedException tagged(Paragraph line) {
    Matcher tag = TAG.matcher(line.text());
    return tagged(tag.matches() ? tag.group(1) : line.text());
  }

  private static UnrecognizedException tagged(String tag) {
    return new UnrecognizedException(
        "text with tags before its lines, such as " + PlainText.printable(tag),
        "Export RIS, BibTeX, CSV or JSON instead, or name the --format");
  }

  private static boolean isTagged(String line) {
    Matcher tag = TAG.matcher(line);
    return tag.matches() && tag.group(1) != null;
  }

  private static boolean areMany(List<Paragraph> paragraphs, String tag) {
    return paragraphs.stream().filter(it -> it.text().startsWith(tag)).count() > 1;
  }

  private static void refuseProse(List<String> titles, List<Paragraph> paragraphs)
      throws UnrecognizedException {
    long sections = titles.stream().filter(PageDoubts::isSection).count();
    if (2 * sections > titles.size()) {
      throw new UnrecognizedException(
          "a text with sections, not a list of papers",
          "Give titles and abstracts with blank lines between them, or export CSV or JSON");
    }
    long prose = titles.stream().filter(PageDoubts::isOfProse).count();
    boolean letter = paragraphs.stream().limit(2).anyMatch(it -> isGreeting(it.text()));
    boolean mostly = prose > 0 && 2 * (prose + sections) > titles.size();
    if (2 * prose >= titles.size() || mostly || (letter && titles.size() < 3)) {
      throw new UnrecognizedException(
          "prose, not a list of papers",
          "Give titles and abstracts with blank lines between them, or export CSV or JSON");
    }
  }

  /// Many long paragraphs under few titles: titles and abstracts run into each other, or it is one
  /// long text.
  private static void refuseLongTexts(Page page, List<String> titles, List<Paragraph> paragraphs)
      throws UnrecognizedException {
    if (titles.size() == 1 && page.papers().getFirst().text().text().length() > LONGEST_ABSTRACT) {
      throw new UnrecognizedException(
          "one long text under one title",
          "Give titles and abstracts with blank lines between them, or export CSV or JSON");
    }
    long texts = paragraphs.stream().filter(Paragraph::isLong).count();
    if (texts > 3L * titles.size() + 1) {
      throw new UnrecognizedException(
          "%,d long paragraphs under %s"
              .formatted(texts, titles.size() == 1 ? "one title" : titles.size() + " titles"),
          "Put a blank line after each title, or export CSV or JSON");
    }
  }

  /// A sentence of a letter, or one that goes on in what stands below it.
  private static boolean isOfProse(String title) {
    return title.matches(".* .*[:;,]")
        || title.matches("[“„«\"].*[.!?,][”“»\"](?! by )(?:.*[.!?])?")
        || new Paragraph(1, title).isProse();
  }

  private static boolean isSection(String title) {
    if (new Paragraph(1, title).words() > MOST_WORDS_OF_SECTION + 1) {
      return false;
    }
    String bare = NUMBER_BEFORE.matcher(title).replaceFirst("").toLowerCase(Locale.ROOT);
    return SECTIONS.contains(bare.split("[ :,]", 2)[0])
        && bare.split(" ", -1).length <= MOST_WORDS_OF_SECTION;
  }

  private static boolean isGreeting(String text) {
    return text.matches("(?i)(dear|hi|hello|hey|hallo|liebe|lieber|good morning)\\b.{0,40}[,!.]?");
  }
}
