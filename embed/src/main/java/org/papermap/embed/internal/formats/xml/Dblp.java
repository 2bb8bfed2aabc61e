package org.papermap.embed.internal.formats.xml;

import java.util.Set;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// DBLP's XML: its dump, the page of a person, and the answers of its search. It has no abstracts.
final class Dblp implements XmlSchema {
  private static final Set<String> TAKEN =
      Set.of(
          "article",
          "inproceedings",
          "proceedings",
          "book",
          "incollection",
          "phdthesis",
          "mastersthesis",
          "data",
          "www",
          "info");

  private static final String DOI = "https://doi.org/";

  @Override
  public boolean takes(String name, int depth) {
    return depth > 1 && TAKEN.contains(name);
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    if (element.name().equals("www")) {
      sink.navigation(element.line(), "the page of a person: " + element.text("author"));
      return;
    }
    SourceRecord.Builder record = SourceRecord.at(element.line());
    record.put(Field.TITLE, element.text("title"));
    element.children("author").forEach(author -> record.author(author.text()));
    element.all("authors", "author").forEach(author -> record.author(author.text()));
    record.put(Field.DATE, element.text("year"));
    String page =
        element
            .children("ee")
            .map(XmlElement::text)
            .filter(ee -> ee.startsWith(DOI))
            .findFirst()
            .orElse("");
    record.put(Field.DOI, XmlElement.firstOf(element.text("doi"), page));
    record.put(Field.URL, element.text("ee"));
    record.put("key", XmlElement.firstOf(element.attribute("key"), element.text("key")));
    for (String venue : new String[] {"journal", "booktitle", "venue", "school"}) {
      record.put(Field.VENUE, venue, element.text(venue));
    }
    sink.record(record.build());
  }
}
