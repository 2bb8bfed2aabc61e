package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Answers of repositories in OAI-PMH, with records in Dublin Core, in arXiv's two forms, in JATS,
/// MODS, DataCite or what DSpace keeps; and such Dublin Core and DataCite by itself.
final class Oai implements XmlSchema {
  private static final String ARXIV = "oai:arXiv.org:";

  /// What Dublin Core of arXiv puts after the abstract, in another element of the same name.
  private static final String COMMENT = "Comment:";

  private final Jats jats = new Jats();
  private final Mods mods = new Mods();

  @Override
  public boolean takes(String name, int depth) {
    return switch (name) {
      case "record", "error", "resumptionToken" -> depth > 1;
      case "dc", "dim", "resource" -> true;
      default -> false;
    };
  }

  @Override
  public boolean leavesOut(String name) {
    return jats.leavesOut(name);
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    switch (element.name()) {
      case "record" -> takeRecord(element, sink);
      case "dc" -> sink.record(dublinCore(element, element.line(), ""));
      case "dim" -> sink.record(QualifiedDublinCore.ofFields(element).record(element.line(), ""));
      case "resource" -> sink.record(dataCite(element, element.line()));
      case "error" ->
          sink.note(element.line(), "the answer is an error: " + element.attribute("code"));
      default -> {
        if (!element.text().isBlank()) {
          sink.note(element.line(), "one part of a longer answer; fetch the other parts too");
        }
      }
    }
  }

  private void takeRecord(XmlElement record, RecordSink sink) {
    XmlElement header = record.first("header").orElse(record);
    String id = header.text("identifier");
    if (header.has("status", "deleted")) {
      sink.navigation(record.line(), "a deleted record: " + id);
      return;
    }
    Optional<XmlElement> metadata =
        record
            .first("metadata")
            .or(() -> record.first("recordData"))
            .flatMap(it -> it.children().findFirst());
    if (metadata.isEmpty()) {
      sink.malformed(record.line(), "no metadata in the record " + id);
      return;
    }
    XmlElement inner = metadata.get();
    switch (inner.name()) {
      case "dc" -> sink.record(dublinCore(inner, record.line(), id));
      case "dim" -> sink.record(QualifiedDublinCore.ofFields(inner).record(record.line(), id));
      case "metadata" ->
          sink.record(QualifiedDublinCore.ofElements(inner).record(record.line(), id));
      case "arXiv", "arXivRaw" -> sink.record(arxiv(inner, record.line()));
      case "article" -> jats.take(inner, sink);
      case "mods" -> mods.take(inner, sink);
      case "resource" -> sink.record(dataCite(inner, record.line()));
      default ->
          sink.malformed(
              record.line(),
              "metadata in a form that is not read (" + inner.name() + ") in the record " + id);
    }
  }

  private static SourceRecord dublinCore(XmlElement dc, long line, String id) {
    SourceRecord.Builder record = SourceRecord.at(line);
    record.put(Field.TITLE, dc.text("title"));
    record.put(Field.ABSTRACT, longest(dc.children("description")));
    dc.children("creator").forEach(creator -> record.author(creator.text()));
    // The first day is that of the work; later ones are of versions and of the repository.
    record.put(
        Field.DATE,
        dc.children("date")
            .map(XmlElement::text)
            .filter(date -> !date.isEmpty())
            .sorted()
            .findFirst()
            .orElse(""));
    List<String> identifiers =
        dc.children("identifier").map(XmlElement::text).filter(each -> !each.isEmpty()).toList();
    identifiers.stream()
        .filter(each ->
            each.startsWith("doi:")
                || each.startsWith("info:doi/")
                || each.contains("doi.org/")
                || each.startsWith("10."))
        .findFirst()
        .ifPresent(doi -> record.put(Field.DOI, doi));
    identifiers.stream()
        .filter(each -> each.startsWith("http"))
        .findFirst()
        .ifPresent(url -> record.put(Field.URL, url));
    if (id.startsWith(ARXIV)) {
      record.put(Field.ARXIV, id.substring(ARXIV.length()));
    } else if (!id.isEmpty()) {
      record.put(Field.ID, id);
    }
    record.put(Field.VENUE, "publisher", dc.text("publisher"));
    record.put(Field.KEYWORDS, "subjects", joined(dc.children("subject")));
    return record.build();
  }

  private static String longest(Stream<XmlElement> elements) {
    return elements
        .map(XmlElement::text)
        .filter(text -> !text.startsWith(COMMENT))
        .reduce("", (longest, next) -> next.length() > longest.length() ? next : longest);
  }

  static String joined(Stream<XmlElement> elements) {
    return elements.map(XmlElement::text).collect(Collectors.joining("; "));
  }

  private static SourceRecord arxiv(XmlElement arxiv, long line) {
    SourceRecord.Builder record = SourceRecord.at(line);
    record.put(Field.ARXIV, arxiv.text("id"));
    record.put(Field.TITLE, arxiv.text("title"));
    record.put(Field.ABSTRACT, arxiv.text("abstract"));
    if (arxiv.first("authors", "author").isPresent()) {
      arxiv
          .all("authors", "author")
          .forEach(author -> record.author(author.joined("forenames", "keyname", "suffix")));
    } else {
      record.put(Field.AUTHORS, arxiv.text("authors"));
    }
    record.put(
        Field.DATE, XmlElement.firstOf(arxiv.text("created"), arxiv.text("version", "date")));
    record.put(Field.DOI, arxiv.text("doi"));
    record.put(Field.VENUE, "journal-ref", arxiv.text("journal-ref"));
    record.put(Field.KEYWORDS, "categories", arxiv.text("categories").replace(" ", "; "));
    return record.build();
  }

  private static SourceRecord dataCite(XmlElement resource, long line) {
    SourceRecord.Builder record = SourceRecord.at(line);
    record.put(Field.TITLE, resource.text("titles", "title"));
    record.put(
        Field.ABSTRACT,
        resource
            .all("descriptions", "description")
            .filter(text -> text.has("descriptionType", "Abstract"))
            .map(XmlElement::text)
            .findFirst()
            .orElse(""));
    resource.all("creators", "creator", "creatorName").forEach(name -> record.author(name.text()));
    record.put(Field.DOI, resource.text("identifier"));
    record.put(Field.DATE, resource.text("publicationYear"));
    record.put(Field.VENUE, "publisher", resource.text("publisher"));
    return record.build();
  }
}
