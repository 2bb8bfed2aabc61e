package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// arXiv's listings of new papers and its search results.
final class ArxivListingPage implements PageReader {
  private static final Pattern ABS = Pattern.compile("(?:^|/)abs/([^?#]+)");

  private static final Pattern SUBMITTED = Pattern.compile("Submitted (\\d{1,2} \\w+,? \\d{4})");

  /// `Fri, 3 May 2024 (showing 5 of 5 entries)`
  private static final Pattern DAY =
      Pattern.compile("(?:\\w+, )?(\\d{1,2} \\p{L}{3,9} \\d{4})(?:\\s.*)?");

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<SourceRecord> papers = new ArrayList<>();
    for (Element entry : page.select("dl > dt")) {
      Element details = entry.nextElementSibling();
      if (details != null && details.selectFirst(".list-title") != null) {
        papers.add(listed(entry, details));
      }
    }
    for (Element result : page.select("li.arxiv-result")) {
      papers.add(found(result));
    }
    return papers;
  }

  private static SourceRecord listed(Element entry, Element details) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(entry));
    record.put(Field.TITLE, HtmlText.without("Title:", text(details, ".list-title")));
    record.put(Field.ABSTRACT, text(details, "p.mathjax, p.abstract-full"));
    details.select(".list-authors a").forEach(author -> record.author(HtmlText.of(author)));
    putId(entry, record);
    record.put(Field.DATE, day(entry));
    record.put(
        Field.KEYWORDS, "subjects", HtmlText.without("Subjects:", text(details, ".list-subjects")));
    return record.build();
  }

  /// The day in the last heading before the entry.
  private static String day(Element entry) {
    for (Element before = entry.previousElementSibling();
        before != null;
        before = before.previousElementSibling()) {
      if (before.normalName().equals("h3")) {
        Matcher day = DAY.matcher(HtmlText.of(before));
        return day.matches() ? day.group(1) : "";
      }
    }
    return "";
  }

  private static SourceRecord found(Element result) {
    SourceRecord.Builder record = SourceRecord.at(HtmlText.line(result));
    record.put(Field.TITLE, text(result, "p.title"));
    String whole = text(result, ".abstract-full");
    String text = whole.isEmpty() ? text(result, ".abstract") : whole;
    record.put(
        Field.ABSTRACT, HtmlText.without("Abstract:", text.replaceFirst("\\s*△ Less\\s*$", "")));
    result.select("p.authors a").forEach(author -> record.author(HtmlText.of(author)));
    putId(result, record);
    Matcher submitted = SUBMITTED.matcher(HtmlText.of(result));
    record.put(Field.DATE, submitted.find() ? submitted.group(1).replace(",", "") : "");
    return record.build();
  }

  private static void putId(Element element, SourceRecord.Builder record) {
    for (Element link : element.select("a[href*=abs/]")) {
      Matcher id = ABS.matcher(link.attr("href"));
      if (id.find()) {
        record.put(Field.ARXIV, id.group(1));
        return;
      }
    }
  }

  private static String text(Element element, String selector) {
    Element first = element.selectFirst(selector);
    return first == null ? "" : HtmlText.of(first);
  }
}
