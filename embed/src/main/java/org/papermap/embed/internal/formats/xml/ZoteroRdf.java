package org.papermap.embed.internal.formats.xml;

import java.util.Set;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// RDF: a library that Zotero wrote, or a feed of a journal (RSS 1.0).
final class ZoteroRdf implements XmlSchema {
  /// What a library holds besides papers.
  private static final Set<String> OTHERS = Set.of("attachment", "note", "annotation");

  private final Feeds feeds = new Feeds();
  private boolean any;

  @Override
  public boolean takes(String name, int depth) {
    return depth == 2 || feeds.takes(name, depth);
  }

  @Override
  public boolean isAnyPaper() {
    return any;
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    String type = element.text("itemType");
    boolean item = element.name().equals("item");
    any |= item || !type.isEmpty();
    if (item) {
      feeds.take(element, sink);
      return;
    }
    if (type.isEmpty()) {
      return; // a journal, a collection or a channel, which others refer to
    }
    if (OTHERS.contains(type)) {
      sink.navigation(element.line(), type + ": " + element.text("title"));
      return;
    }
    SourceRecord.Builder record = SourceRecord.at(element.line());
    record.put(Field.TITLE, element.text("title"));
    record.put(Field.ABSTRACT, element.text("abstract"));
    element
        .all("authors", "Seq", "li", "Person")
        .forEach(person -> record.author(person.joined("givenName", "givenname", "surname")));
    record.put(Field.DATE, element.text("date"));
    Stream.concat(element.children("identifier"), element.all("isPartOf", "Journal", "identifier"))
        .forEach(id -> putIdentifier(id, record));
    record.put(Field.VENUE, "journal", element.text("isPartOf", "Journal", "title"));
    record.put(Field.KEYWORDS, "keywords", Oai.joined(element.children("subject")));
    sink.record(record.build());
  }

  private static void putIdentifier(XmlElement id, SourceRecord.Builder record) {
    String uri = id.text("URI", "value");
    String text = id.text();
    if (!uri.isEmpty()) {
      record.put(Field.URL, uri);
    } else if (text.startsWith("DOI ")) {
      record.put(Field.DOI, text.substring(4));
    }
  }
}
