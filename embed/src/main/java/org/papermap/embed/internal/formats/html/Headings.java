package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.Elements;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Prose;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.text.NameList;

/// Pages in which almost every heading of one level is followed by one paragraph as long as an
/// abstract: titles and their abstracts. Articles have several paragraphs under their headings, and
/// headings that name parts.
final class Headings implements PageReader {
  private static final int FEWEST = 2;
  private static final int SHORTEST_ABSTRACT = 200;
  private static final int LONGEST_ABSTRACT = 4000;
  private static final int LONGEST_TITLE = 300;

  /// Lines of authors, places and dates are shorter.
  private static final int LONGEST_REMARK = 150;

  /// What shops have beside their headings.
  private static final Pattern PRICE =
      Pattern.compile(
          "(?:[€$£]\\s?|\\b(?:EUR|USD|GBP)\\s)\\d+[.,]\\d\\d\\b|\\d[.,]\\d\\d\\s?(?:€|EUR\\b)");

  private static final Pattern PART =
      Pattern.compile(
          "(?i)(\\d+\\.?\\s*)?(introduction|background|related"
              + " work|methods?|results?|discussion|conclusions?|summary|about("
              + " us)?|contact|references|acknowledge?ments?|overview|appendix|news|menu|comments?|privacy.*|terms.*|how"
              + " to .*|what is .*|why .{0,20})");

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    if (isShop(page)) {
      return List.of();
    }
    for (int level = 1; level <= 5; level++) {
      Elements headings = page.select("h" + level);
      List<SourceRecord> papers = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      List<String> texts = new ArrayList<>();
      boolean parts = false;
      for (Element heading : headings) {
        String title = HtmlText.upTo(2 * LONGEST_TITLE, 2 * LONGEST_REMARK, heading).orElse("");
        parts |= PART.matcher(title).matches();
        String text = abstractAfter(heading);
        if (!text.isEmpty() && !title.isEmpty() && title.length() <= LONGEST_TITLE) {
          papers.add(paper(heading, title, text));
          titles.add(title);
          texts.add(text);
        }
      }
      if (!parts
          && papers.size() >= FEWEST
          && 5 * papers.size() >= 4 * headings.size()
          && !isProse(papers, titles, texts)) {
        return papers;
      }
    }
    return List.of();
  }

  /// Whether prices stand on the page.
  static boolean isShop(Document page) {
    return PRICE.matcher(page.text()).results().limit(FEWEST).count() == FEWEST;
  }

  private static boolean isProse(
      List<SourceRecord> papers, List<String> titles, List<String> texts) {
    return papers.stream().anyMatch(Headings::hasAuthors)
        ? Prose.tellsNothing(texts)
        : Prose.isIn(titles, texts);
  }

  private static boolean hasAuthors(SourceRecord paper) {
    return paper.values().stream().anyMatch(value -> value.meaning() == Field.AUTHORS);
  }

  private static SourceRecord paper(Element heading, String title, String text) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(heading));
    record.put(Field.TITLE, title);
    record.put(Field.ABSTRACT, text);
    Element link = heading.selectFirst("a[href^=http]");
    if (link != null) {
      record.put(Field.URL, link.attr("href"));
    }
    for (Element next : between(heading)) {
      String own =
          HtmlText.upTo(LONGEST_ABSTRACT, LONGEST_REMARK, next)
              .orElse("")
              .replaceFirst("(?i)^(?:by|authors?:)\\s+", "");
      if (NameList.matches(own)) {
        record.put(Field.AUTHORS, own);
        break;
      }
    }
    Element around = heading.parent();
    if (around != null && around.selectStream(heading.normalName()).limit(2).count() == 1) {
      Element day = around.selectFirst("time[datetime]");
      record.put(Field.DATE, day == null ? HtmlText.published(around) : day.attr("datetime"));
    }
    return record.build();
  }

  /// What follows the heading, up to the next one.
  private static List<Element> between(Element heading) {
    List<Element> found = new ArrayList<>();
    // Finding the next element takes a time that grows with its place, finding the next node not.
    for (Node next = heading.nextSibling(); next != null; next = next.nextSibling()) {
      if (next instanceof Element element) {
        if (isHeading(element)) {
          break;
        }
        found.add(element);
      }
    }
    return found;
  }

  /// The one long paragraph up to the next heading, or empty if there are several or none.
  private static String abstractAfter(Element heading) {
    String text = "";
    for (Element next : between(heading)) {
      Optional<String> read = HtmlText.upTo(2 * LONGEST_ABSTRACT, 2 * LONGEST_REMARK, next);
      if (read.isEmpty()) {
        return "";
      }
      String own = read.get();
      if (own.length() <= LONGEST_REMARK || NameList.matches(own)) {
        continue;
      }
      boolean fits = own.length() >= SHORTEST_ABSTRACT && own.length() <= LONGEST_ABSTRACT;
      if (!text.isEmpty() || !fits || next.selectFirst("h1, h2, h3, h4, h5, h6, table") != null) {
        return "";
      }
      text = HtmlText.ofAbstract(next);
    }
    return text;
  }

  private static boolean isHeading(Element element) {
    return element.normalName().matches("h[1-6]");
  }
}
