package org.papermap.embed.internal.formats.xml;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Feeds: Atom, as arXiv's interface answers, and RSS of arXiv, journals and PubMed.
final class Feeds implements XmlSchema {
  /// What arXiv's feeds put before the abstract.
  private static final Pattern ARXIV_LEAD =
      Pattern.compile("(?s)^\\s*arXiv:\\S+\\s+Announce Type:.*?Abstract:\\s*");

  private static final Pattern PUBMED_LEAD =
      Pattern.compile("(?s)^.*?<p>\\s*<b>\\s*ABSTRACT\\s*</b>\\s*</p>");

  private static final Pattern PUBMED_TAIL = Pattern.compile("(?s)<p[^>]*>\\s*PMID:.*$");

  /// What publishers put where an abstract could be: the issue and the authors.
  private static final Pattern NO_ABSTRACT =
      Pattern.compile(
          "(?is)^\\s*(<p>)?\\s*(<b>)?\\s*(publication date:|volume \\d+|.{0,80}, (early ?view|ahead"
              + " of print|volume \\d+)).{0,300}$");

  private static final Pattern PUBLISHED_ONLINE =
      Pattern.compile("(?s)^\\s*<p>[^<]{0,80}Published online:.*?</p>");

  /// `Title. (arXiv:2301.00001v1 [cs.CL])`
  private static final Pattern ARXIV_TITLE =
      Pattern.compile("(?s)^(.*?)\\.?\\s*\\(arXiv:(\\S+) \\[.*$");

  private static final Pattern ARXIV_PAGE =
      Pattern.compile("https?://arxiv\\.org/abs/(\\S+)|oai:arXiv\\.org:(\\S+)");

  @Override
  public boolean takes(String name, int depth) {
    return name.equals("entry") || name.equals("item");
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    if (element.text("id").contains("arxiv.org/api/errors")) {
      sink.malformed(element.line(), "arXiv answers: " + element.text("summary"));
    } else if (element.name().equals("entry")) {
      sink.record(entry(element));
    } else if (isEpisode(element)) {
      sink.navigation(element.line(), "something to hear or see: " + element.text("title"));
    } else {
      sink.record(item(element));
    }
  }

  /// Whether the item is one of a podcast.
  private static boolean isEpisode(XmlElement item) {
    return item.children("enclosure")
        .anyMatch(it -> it.attribute("type").matches("(?:audio|video)/.*"));
  }

  private static SourceRecord entry(XmlElement entry) {
    SourceRecord.Builder record = SourceRecord.at(entry.line());
    record.put(Field.TITLE, entry.text("title"));
    record.put(
        Field.ABSTRACT,
        withoutLead(XmlElement.firstOf(entry.text("summary"), entry.text("content"))));
    if (entry.first("author").isPresent()) {
      entry
          .children("author")
          .forEach(author -> record.author(XmlElement.firstOf(author.text("name"), author.text())));
    } else {
      putAuthors(entry, record);
    }
    record.put(Field.DATE, XmlElement.firstOf(entry.text("published"), entry.text("updated")));
    identify(entry.text("id"), record);
    record.put(Field.DOI, XmlElement.firstOf(entry.text("doi"), entry.text("DOI")));
    entry
        .children("link")
        .filter(link -> link.attribute("rel").isEmpty() || link.has("rel", "alternate"))
        .findFirst()
        .ifPresent(link -> record.put(Field.URL, link.attribute("href")));
    record.put(Field.VENUE, "journal_ref", entry.text("journal_ref"));
    record.put(
        Field.KEYWORDS,
        "categories",
        entry
            .children("category")
            .map(category -> category.attribute("term"))
            .filter(term -> !term.isBlank())
            .collect(Collectors.joining("; ")));
    return record.build();
  }

  private static void identify(String id, SourceRecord.Builder record) {
    Matcher arxiv = ARXIV_PAGE.matcher(id);
    if (arxiv.matches()) {
      record.put(Field.ARXIV, arxiv.group(1) == null ? arxiv.group(2) : arxiv.group(1));
    } else {
      record.put(Field.ID, id);
    }
  }

  private static SourceRecord item(XmlElement item) {
    SourceRecord.Builder record = SourceRecord.at(item.line());
    String title = item.text("title");
    Matcher arxiv = ARXIV_TITLE.matcher(title);
    if (arxiv.matches()) {
      record.put(Field.TITLE, arxiv.group(1));
      record.put(Field.ARXIV, arxiv.group(2));
    } else {
      record.put(Field.TITLE, title);
    }
    record.put(Field.ABSTRACT, abstractOf(item));
    String link = item.text("link");
    identify(item.text("guid").startsWith("oai:arXiv") ? item.text("guid") : link, record);
    record.put(Field.URL, link);
    String doi = XmlElement.firstOf(item.text("doi"), item.text("DOI"));
    record.put(
        Field.DOI,
        doi.isEmpty()
            ? item.children("identifier")
                .map(XmlElement::text)
                .filter(id -> id.startsWith("doi:") || id.startsWith("10."))
                .findFirst()
                .orElse("")
            : doi);
    record.put(
        Field.DATE,
        XmlElement.firstOf(
            item.text("publicationDate"),
            item.text("coverDate"),
            item.text("date"),
            item.text("pubDate")));
    putAuthors(item, record);
    record.put(Field.VENUE, "journal", item.text("publicationName"));
    return record.build();
  }

  private static void putAuthors(XmlElement item, SourceRecord.Builder record) {
    var creators =
        item.children()
            .filter(child -> child.name().equals("creator") || child.name().equals("author"))
            .map(XmlElement::text)
            .filter(name -> !name.isBlank())
            .toList();
    if (creators.size() == 1) {
      record.put(Field.AUTHORS, creators.getFirst()); // perhaps several in one text
    } else {
      creators.forEach(record::author);
    }
  }

  /// The longest of the texts that the item has, without what is no abstract.
  private static String abstractOf(XmlElement item) {
    return item.children()
        .filter(child -> child.name().equals("description") || child.name().equals("encoded"))
        .map(child -> withoutLead(child.text()))
        .filter(text -> !NO_ABSTRACT.matcher(text).matches())
        .max(Comparator.comparingInt(String::length))
        .orElse("");
  }

  private static String withoutLead(String text) {
    String plain = ARXIV_LEAD.matcher(text).replaceFirst("");
    plain = PUBMED_LEAD.matcher(plain).replaceFirst("");
    plain = PUBMED_TAIL.matcher(plain).replaceFirst("");
    return PUBLISHED_ONLINE.matcher(plain).replaceFirst("").strip();
  }
}
