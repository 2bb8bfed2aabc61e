package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.SourceRecord;

/// The page of one paper that names it in its head for reference managers (`citation_title`), as
/// arXiv, the ACL Anthology, OpenReview and publishers do.
final class CitationHead implements PageReader {
  /// Where pages keep their abstracts, the surer places first.
  private static final List<String> PLACES =
      List.of(
          "blockquote.abstract",
          "[role=doc-abstract]",
          "#Abs1-content",
          "div.acl-abstract",
          "section.abstract",
          "div.abstract",
          "#abstract",
          "#Abstract",
          "[class*=abstract-content]",
          "[class*=abstractInFull]",
          "[class~=(?i)abstract]");

  private static final int SHORTEST_ABSTRACT = 80;

  /// Shorter descriptions are mostly the beginning of an abstract.
  private static final int SHORTEST_DESCRIPTION = 200;

  @Override
  public List<SourceRecord> papers(Document page, FieldNames names) {
    List<String> titles = contents(page, "citation_title");
    if (titles.isEmpty() && !first(page, "prism.doi").isEmpty()) {
      titles = contents(page, "dc.title");
    }
    if (titles.isEmpty()) {
      return List.of();
    }
    SourceRecord.Builder record = SourceRecord.at(1);
    record.put(Field.TITLE, titles.getFirst());
    record.put(Field.ABSTRACT, abstractText(page));
    List<String> authors = contents(page, "citation_author");
    authors.forEach(record::author);
    if (authors.isEmpty()) {
      List<String> creators = contents(page, "dc.creator");
      String told = first(page, "citation_authors", "dc.creator").replace("|", ";");
      record.put(Field.AUTHORS, creators.size() > 1 ? String.join("; ", creators) : told);
    }
    record.put(
        Field.DATE,
        first(
            page,
            "citation_publication_date",
            "citation_date",
            "citation_online_date",
            "citation_cover_date",
            "dc.date",
            "citation_year",
            "article:published_time"));
    record.put(Field.DOI, first(page, "citation_doi", "prism.doi"));
    record.put(Field.ARXIV, first(page, "citation_arxiv_id"));
    record.put("pmid", first(page, "citation_pmid"));
    record.put(Field.URL, first(page, "citation_abstract_html_url", "og:url", "citation_pdf_url"));
    record.put(
        Field.VENUE,
        "journal",
        first(
            page,
            "citation_journal_title",
            "citation_conference_title",
            "citation_inbook_title",
            "prism.publicationname"));
    record.put(Field.KEYWORDS, "keywords", String.join("; ", contents(page, "citation_keywords")));
    return List.of(record.build());
  }

  private static String abstractText(Document page) {
    String told = first(page, "citation_abstract", "dcterms.abstract");
    if (told.length() >= SHORTEST_ABSTRACT) {
      return told;
    }
    return Stream.<Stream<String>>of(
            PLACES.stream().flatMap(place -> page.select(place).stream()).map(HtmlText::ofAbstract),
            page.select("h1, h2, h3, h4, h5, strong").stream()
                .filter(heading -> HtmlText.isAbstractHeading(HtmlText.of(heading)))
                .map(CitationHead::after))
        .flatMap(texts -> texts)
        .filter(text -> text.length() >= SHORTEST_ABSTRACT)
        .findFirst()
        .orElseGet(() -> description(page, told));
  }

  private static String after(Element heading) {
    Element next = heading.nextElementSibling();
    return next == null ? "" : HtmlText.of(next);
  }

  private static String description(Document page, String told) {
    String text = first(page, "dc.description", "description", "og:description");
    boolean cut =
        text.endsWith("…") || text.endsWith("...") || text.length() < SHORTEST_DESCRIPTION;
    return cut ? told : text;
  }

  private static String first(Document page, String... names) {
    for (String name : names) {
      List<String> contents = contents(page, name);
      if (!contents.isEmpty()) {
        return contents.getFirst();
      }
    }
    return "";
  }

  private static List<String> contents(Document page, String name) {
    List<String> contents = new ArrayList<>();
    for (Element meta : page.select("meta[content]")) {
      String own = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
      if (own.toLowerCase(Locale.ROOT).equals(name) && !meta.attr("content").isBlank()) {
        contents.add(meta.attr("content").strip());
      }
    }
    return contents;
  }
}
