package org.papermap.embed.internal.formats.xml;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// EndNote's XML, in which every text lies in a `style` element.
final class EndNoteXml implements XmlSchema {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("record");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(element.line());
    record.put(Field.TITLE, element.text("titles", "title"));
    record.put(Field.ABSTRACT, element.text("abstract"));
    Stream.of("authors", "secondary-authors", "tertiary-authors")
        .map(list -> element.all("contributors", list, "author").map(XmlElement::text).toList())
        .filter(names -> !names.isEmpty())
        .findFirst()
        .ifPresent(names -> names.forEach(record::author));
    String year = element.text("dates", "year");
    String day = element.text("dates", "pub-dates", "date");
    record.put(Field.DATE, day(year, day));
    record.put(Field.DATE, "year", year);
    record.put(Field.DOI, element.text("electronic-resource-num"));
    String related = element.text("urls", "related-urls", "url");
    record.put(Field.URL, XmlElement.firstOf(related, element.text("urls", "web-urls", "url")));
    String journal = element.text("periodical", "full-title");
    String title = element.text("titles", "secondary-title");
    record.put(Field.VENUE, "journal", XmlElement.firstOf(journal, title));
    record.put(Field.KEYWORDS, "keywords", Oai.joined(element.all("keywords", "keyword")));
    record.put("accession-num", element.text("accession-num"));
    element.first("ref-type").ifPresent(type -> record.put("ref-type", type.attribute("name")));
    sink.record(record.build());
  }

  /// The day with its year, which often stands apart: `May 2`. A day of another year is some other
  /// day, and numbers alone may be anything.
  private static String day(String year, String day) {
    if (year.isEmpty() || day.contains(year)) {
      return day;
    }
    boolean named = !YEAR.matcher(day).find() && day.chars().anyMatch(Character::isLetter);
    return named ? year + " " + day : "";
  }
}
