package org.papermap.embed.internal.formats.xml;

import java.util.Comparator;
import java.util.Set;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Articles in JATS, as PubMed Central and publishers give them. Their front is read.
final class Jats implements XmlSchema {
  private static final Set<String> LEFT_OUT =
      Set.of("body", "back", "sub-article", "response", "floats-group", "ref-list");

  /// Abstracts of other kinds than the one that speaks for the article.
  private static final Set<String> OTHER_ABSTRACTS =
      Set.of(
          "graphical",
          "teaser",
          "toc",
          "key-points",
          "highlights",
          "editor",
          "executive-summary",
          "plain-language-summary",
          "plain-language",
          "short",
          "web-summary",
          "video");

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("article");
  }

  @Override
  public boolean leavesOut(String name) {
    return LEFT_OUT.contains(name);
  }

  @Override
  public void take(XmlElement article, RecordSink sink) {
    XmlElement meta = article.first("front", "article-meta").orElse(article);
    SourceRecord.Builder record = SourceRecord.at(article.line());
    record.put(Field.TITLE, meta.text("title-group", "article-title"));
    record.put(Field.ABSTRACT, abstractText(meta));
    putAuthors(meta, record);
    record.put(Field.DATE, date(meta));
    meta.children("article-id").forEach(id -> putId(id, record));
    record.put(
        Field.VENUE,
        "journal",
        XmlElement.firstOf(
            article.text("front", "journal-meta", "journal-title-group", "journal-title"),
            article.text("front", "journal-meta", "journal-title")));
    record.put(Field.KEYWORDS, "keywords", Oai.joined(meta.all("kwd-group", "kwd")));
    sink.record(record.build());
  }

  private static String abstractText(XmlElement meta) {
    return meta.children("abstract")
        .filter(text -> !OTHER_ABSTRACTS.contains(text.attribute("abstract-type")))
        .findFirst()
        .or(() -> meta.first("abstract"))
        .or(() -> meta.first("trans-abstract"))
        .map(XmlElement::text)
        .orElse("");
  }

  private static void putAuthors(XmlElement meta, SourceRecord.Builder record) {
    meta.all("contrib-group", "contrib")
        .filter(one -> one.attribute("contrib-type").isEmpty() || one.has("contrib-type", "author"))
        .forEach(one -> {
          XmlElement name =
              one.first("name").or(() -> one.first("name-alternatives", "name")).orElse(one);
          record.author(
              XmlElement.firstOf(
                  name.joined("given-names", "surname", "suffix"),
                  one.text("string-name"),
                  one.text("collab")));
        });
  }

  /// The earliest of the dates of publication, and the most exact of one year.
  private static String date(XmlElement meta) {
    return meta.children("pub-date")
        .map(date ->
            XmlDates.of(
                date.text("year"),
                XmlElement.firstOf(date.text("month"), date.text("season")),
                date.text("day")))
        .filter(date -> !date.isEmpty())
        .min(
            Comparator.comparing((String date) -> date.substring(0, Math.min(4, date.length())))
                .thenComparing(date -> -date.length())
                .thenComparing(Comparator.naturalOrder()))
        .orElse("");
  }

  private static void putId(XmlElement id, SourceRecord.Builder record) {
    String text = id.text();
    switch (id.attribute("pub-id-type")) {
      case "doi" -> record.put(Field.DOI, text);
      case "arxiv" -> record.put(Field.ARXIV, text);
      case "pmid" -> record.put("pmid", text);
      case "pmc", "pmcid" -> record.put("pmcid", text);
      default -> {
        // Numbers of publishers' own systems.
      }
    }
  }
}
