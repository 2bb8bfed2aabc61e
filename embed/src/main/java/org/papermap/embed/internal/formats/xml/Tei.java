package org.papermap.embed.internal.formats.xml;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// The header of TEI, as GROBID makes it of a paper, or what HAL lists in its place.
final class Tei implements XmlSchema {
  private final String taken;

  Tei() {
    this("TEI");
  }

  /// @param taken the element that has a paper
  Tei(String taken) {
    this.taken = taken;
  }

  @Override
  public boolean takes(String name, int depth) {
    return name.equals(taken);
  }

  @Override
  public boolean leavesOut(String name) {
    return name.equals("facsimile") || (name.equals("text") && taken.equals("TEI"));
  }

  @Override
  public void take(XmlElement tei, RecordSink sink) {
    XmlElement file = tei.first("teiHeader", "fileDesc").orElse(tei);
    XmlElement work = file.first("sourceDesc", "biblStruct").orElse(file);
    SourceRecord.Builder record = SourceRecord.at(tei.line());
    String title = file.text("titleStmt", "title");
    record.put(Field.TITLE, title.isEmpty() ? work.text("analytic", "title") : title);
    XmlElement header = tei.first("teiHeader").orElse(tei);
    record.put(Field.ABSTRACT, header.text("profileDesc", "abstract"));
    Stream.concat(work.all("analytic", "author"), file.all("titleStmt", "author"))
        .map(Tei::name)
        .distinct()
        .forEach(record::author);
    record.put(
        Field.DATE,
        Stream.concat(work.all("monogr", "imprint", "date"), file.all("publicationStmt", "date"))
            .map(date -> XmlElement.firstOf(date.attribute("when"), date.text()))
            .filter(date -> !date.isEmpty())
            .findFirst()
            .orElse(""));
    Stream.concat(work.children("idno"), work.all("analytic", "idno"))
        .forEach(id -> {
          switch (id.attribute("type").toUpperCase(Locale.ROOT)) {
            case "DOI" -> record.put(Field.DOI, id.text());
            case "ARXIV" -> record.put(Field.ARXIV, id.text());
            default -> {
              // Checksums and such.
            }
          }
        });
    record.put(Field.VENUE, "journal", work.text("monogr", "title"));
    sink.record(record.build());
  }

  private static String name(XmlElement author) {
    String name =
        Stream.of("forename", "surname")
            .flatMap(part -> author.all("persName", part))
            .map(XmlElement::text)
            .collect(Collectors.joining(" "));
    return name.isEmpty() ? author.text("persName") : name;
  }
}
