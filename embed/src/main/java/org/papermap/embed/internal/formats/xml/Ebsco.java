package org.papermap.embed.internal.formats.xml;

import java.util.Optional;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// EBSCO's XML, with one element for what the work is and one for what it appeared in.
final class Ebsco implements XmlSchema {
  @Override
  public boolean takes(String name, int depth) {
    return name.equals("rec");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    XmlElement record = element.first("header", "controlInfo").orElse(element);
    XmlElement article = record.first("artinfo").orElse(record);
    SourceRecord.Builder paper = SourceRecord.at(element.line());
    String title = article.text("tig", "atl");
    paper.put(Field.TITLE, title.isEmpty() ? record.text("bkinfo", "btl") : title);
    paper.put(Field.ABSTRACT, article.text("ab"));
    article.all("aug", "au").forEach(name -> paper.author(name.text()));
    record.all("bkinfo", "aug", "au").forEach(name -> paper.author(name.text()));
    record
        .all("pubinfo", "dt")
        .findFirst()
        .map(Ebsco::date)
        .ifPresent(it -> paper.put(Field.DATE, it));
    Optional<String> doi =
        article
            .children("ui")
            .filter(id -> id.has("type", "doi"))
            .map(XmlElement::text)
            .findFirst();
    doi.ifPresent(it -> paper.put(Field.DOI, it));
    paper.put(Field.VENUE, "journal", record.text("jinfo", "jtl"));
    paper.put(Field.KEYWORDS, "keywords", Oai.joined(article.all("sug", "subj")));
    element.first("header").ifPresent(it -> paper.put(Field.KEY, "key", it.attribute("uiTerm")));
    sink.record(paper.build());
  }

  private static String date(XmlElement date) {
    return XmlDates.of(date.attribute("year"), date.attribute("month"), date.attribute("day"));
  }
}
