package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// What the search of libraries with Primo shows (`PNX`): what is displayed, and further data for
/// links, which are cleaner where there are any.
final class Primo implements XmlSchema {
  /// Who made the work, as catalogues write behind its title.
  private static final Pattern RESPONSIBLE = Pattern.compile(" / .*$");

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("record");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    XmlElement shown = element.first("display").orElse(element);
    XmlElement data = element.first("addata").orElse(element);
    SourceRecord.Builder record = SourceRecord.at(element.line());
    String title =
        XmlElement.firstOf(shown.text("title"), data.text("atitle"), data.text("btitle"));
    record.put(Field.TITLE, RESPONSIBLE.matcher(title).replaceFirst("").replace(" : ", ": "));
    record.put(
        Field.ABSTRACT, XmlElement.firstOf(data.text("abstract"), shown.text("description")));
    List<String> names =
        Stream.concat(data.children("au"), data.children("aucorp")).map(XmlElement::text).toList();
    if (names.isEmpty()) {
      String people = XmlElement.firstOf(shown.text("creator"), shown.text("contributor"));
      names = List.of(people.split("\\s*;\\s*", -1));
    }
    names.stream().map(Primo::plain).filter(name -> !name.isBlank()).forEach(record::author);
    record.put(
        Field.DATE,
        XmlElement.firstOf(
            data.text("date"), shown.text("creationdate"), element.text("sort", "creationdate")));
    record.put(Field.DOI, data.text("doi"));
    record.put(Field.KEY, "key", element.text("control", "recordid"));
    record.put(
        Field.VENUE, "journal", XmlElement.firstOf(data.text("jtitle"), shown.text("publisher")));
    record.put(Field.KEYWORDS, "keywords", Oai.joined(shown.children("subject")));
    sink.record(record.build());
  }

  /// Without what stands behind a name for links: `Lind, Ada$$QLind, Ada`.
  private static String plain(String name) {
    int mark = name.indexOf("$$");
    return mark < 0 ? name : name.substring(0, mark);
  }
}
