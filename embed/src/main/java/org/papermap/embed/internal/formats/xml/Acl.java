package org.papermap.embed.internal.formats.xml;

import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// The ACL Anthology's XML: a collection of volumes of papers, or one volume.
final class Acl implements XmlSchema {
  private static final String PAGES = "https://aclanthology.org/";

  private String collection = "";
  private String volume = "";
  private String year = "";
  private String booktitle = "";

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("paper") || name.equals("meta") || name.equals("frontmatter");
  }

  @Override
  public void enter(XmlElement begun) {
    switch (begun.name()) {
      case "collection" -> collection = begun.attribute("id");
      case "volume" -> {
        volume = begun.attribute("id");
        year = "";
        booktitle = "";
      }
      default -> {
        // Events tell nothing of papers.
      }
    }
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    switch (element.name()) {
      case "meta" -> {
        year = XmlDates.of(element.text("year"), firstMonth(element.text("month")), "");
        booktitle = element.text("booktitle");
      }
      case "paper" -> takePaper(element, sink);
      default -> sink.navigation(element.line(), "front matter of volume " + volume);
    }
  }

  /// `July`, of `July-August`.
  private static String firstMonth(String months) {
    int end = 0;
    while (end < months.length() && Character.isLetterOrDigit(months.charAt(end))) {
      end++;
    }
    return months.substring(0, end);
  }

  private void takePaper(XmlElement paper, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(paper.line());
    record.put(Field.TITLE, paper.text("title"));
    record.put(Field.ABSTRACT, paper.text("abstract"));
    paper
        .children("author")
        .forEach(author -> {
          record.author(XmlElement.firstOf(author.joined("first", "last"), author.text()));
        });
    record.put(
        Field.DATE,
        XmlElement.firstOf(
            XmlDates.of(paper.text("year"), firstMonth(paper.text("month")), ""), year));
    String url = paper.text("url");
    String id = url.isEmpty() ? id(paper.attribute("id")) : url.substring(url.lastIndexOf('/') + 1);
    record.put(Field.ID, id);
    record.put(Field.URL, url.startsWith("http") ? url : PAGES + id);
    record.put(Field.DOI, paper.text("doi"));
    record.put("bibkey", paper.text("bibkey"));
    record.put(Field.VENUE, "booktitle", XmlElement.firstOf(paper.text("booktitle"), booktitle));
    sink.record(record.build());
  }

  /// `2020.acl-main.1`, or `P18-1001` before 2020.
  private String id(String paper) {
    if (collection.isEmpty()) {
      return volume + "-" + paper;
    }
    return collection.contains(".")
        ? collection + "-" + volume + "." + paper
        : collection + "-" + volume + "%03d".formatted(number(paper));
  }

  private static int number(String paper) {
    return paper.matches("\\d{1,6}") ? Integer.parseInt(paper) : 0;
  }
}
