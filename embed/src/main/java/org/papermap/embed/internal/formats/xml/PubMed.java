package org.papermap.embed.internal.formats.xml;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SectionLabels;
import org.papermap.embed.internal.formats.SourceRecord;

/// PubMed's XML (`PubmedArticleSet`): articles and books.
final class PubMed implements XmlSchema {
  private static final Set<String> TAKEN =
      Set.of("PubmedArticle", "PubmedBookArticle", "MedlineCitation");

  private static final Set<String> LEFT_OUT =
      Set.of(
          "ReferenceList",
          "ChemicalList",
          "History",
          "GrantList",
          "CommentsCorrectionsList",
          "DataBankList",
          "MeshHeadingList",
          "PublicationTypeList",
          "AffiliationInfo");

  @Override
  public boolean takes(String name, int depth) {
    return TAKEN.contains(name);
  }

  @Override
  public boolean leavesOut(String name) {
    return LEFT_OUT.contains(name);
  }

  @Override
  public void take(XmlElement element, RecordSink sink) {
    XmlElement citation =
        element.first("MedlineCitation").or(() -> element.first("BookDocument")).orElse(element);
    XmlElement article = citation.first("Article").orElse(citation);
    SourceRecord.Builder record = SourceRecord.at(element.line());
    record.put("pmid", citation.text("PMID"));
    record.put(Field.TITLE, title(article));
    record.put(Field.ABSTRACT, abstractText(article, citation));
    authors(article, record);
    record.put(Field.DATE, date(article));
    record.put(Field.DOI, doi(element, article));
    record.put(Field.VENUE, "journal", article.text("Journal", "Title"));
    record.put(
        Field.KEYWORDS,
        "keywords",
        citation
            .all("KeywordList", "Keyword")
            .map(XmlElement::text)
            .collect(Collectors.joining("; ")));
    sink.record(record.build());
  }

  private static String title(XmlElement article) {
    String title = article.text("ArticleTitle");
    if (title.isBlank() || title.startsWith("[Not Available]")) {
      String own = article.text("VernacularTitle");
      title = own.isBlank() ? title : own;
    }
    return title.isBlank() ? article.text("Book", "BookTitle") : title;
  }

  private static String abstractText(XmlElement article, XmlElement citation) {
    String text = parts(article.all("Abstract", "AbstractText"));
    return text.isBlank()
        ? citation
            .first("OtherAbstract")
            .map(other -> parts(other.children("AbstractText")))
            .orElse("")
        : text;
  }

  private static String parts(Stream<XmlElement> parts) {
    return parts
        .map(PubMed::labelled)
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  private static String labelled(XmlElement part) {
    String label = part.attribute("Label");
    String text = part.text();
    return label.isBlank() || label.equalsIgnoreCase("UNLABELLED") || text.isBlank()
        ? text
        : SectionLabels.sentenceCase(label) + ": " + text;
  }

  private static void authors(XmlElement article, SourceRecord.Builder record) {
    Stream.concat(article.children("AuthorList"), article.all("Book", "AuthorList"))
        .filter(list -> !list.has("Type", "editors"))
        .limit(1)
        .flatMap(list -> list.children("Author"))
        .filter(author -> !author.has("ValidYN", "N"))
        .forEach(author -> {
          String name =
              author.joined(
                  author.text("ForeName").isEmpty() ? "Initials" : "ForeName",
                  "LastName",
                  "Suffix");
          record.author(XmlElement.firstOf(name, author.text("CollectiveName")));
        });
  }

  private static String date(XmlElement article) {
    XmlElement date =
        article
            .first("Journal", "JournalIssue", "PubDate")
            .or(() -> article.first("Book", "PubDate"))
            .orElse(article);
    String month = XmlElement.firstOf(date.text("Month"), date.text("Season"));
    String known =
        XmlElement.firstOf(
            XmlDates.of(date.text("Year"), month, date.text("Day")), date.text("MedlineDate"));
    return known.isEmpty()
        ? article
            .first("ArticleDate")
            .map(day -> XmlDates.of(day.text("Year"), day.text("Month"), day.text("Day")))
            .orElse("")
        : known;
  }

  private static String doi(XmlElement element, XmlElement article) {
    return Stream.of(
            element.all("PubmedData", "ArticleIdList", "ArticleId"),
            element.all("PubmedBookData", "ArticleIdList", "ArticleId"),
            article.all("ELocationID"))
        .flatMap(ids -> ids)
        .filter(id -> id.has("IdType", "doi") || id.has("EIdType", "doi"))
        .map(XmlElement::text)
        .findFirst()
        .orElse("");
  }
}
