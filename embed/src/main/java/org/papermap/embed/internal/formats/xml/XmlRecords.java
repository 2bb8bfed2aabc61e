package org.papermap.embed.internal.formats.xml;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Papers in XML, told by the root element: one of the schemas listed here, or any whose records
/// have titles and abstracts in elements of these names. Other XML is refused by its root's name.
///
/// Read record by record. Document types and the entities that they define are never followed.
public final class XmlRecords extends NamedFormat {
  private static final String ADVICE = "Export PubMed XML, JATS, Atom, RIS, BibTeX or CSV";

  private static final Pattern PROLOG =
      Pattern.compile(
          "(?s)\\s*+(?:<\\?.*?\\?>\\s*+|<!--.*?-->\\s*+"
              + "|<!DOCTYPE[^\\[>]*(?:\\[.*?\\]\\s*+)?>\\s*+){0,50}");

  private static final Pattern ROOT =
      Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)((?:\\s[^<>]*)?/?)>");

  /// Elements that HTML begins with, when it does not say so.
  private static final Set<String> HTML =
      Set.of(
          "html", "head", "body", "meta", "title", "div", "p", "span", "table", "ul", "ol", "dl",
          "h1", "h2", "h3", "h4", "a", "main", "section", "header", "nav", "style", "script",
          "form", "b", "i", "br", "hr", "center", "font", "svg", "base", "link");

  private static final Pattern DUBLIN_CORE = Pattern.compile("<[\\w-]+:(?:dc|dim)[\\s>]");

  private static final Pattern PRIMO =
      Pattern.compile("primo_nm_bib|(?s)<record>\\s*<control>.{0,5000}?<display>");

  private record Kind(
      String words, BiPredicate<String, String> knows, Function<FieldNames, XmlSchema> open) {
    static Kind of(String words, Set<String> roots, Supplier<XmlSchema> open) {
      return Kind.of(words, (root, _) -> roots.contains(root), open);
    }

    static Kind of(String words, BiPredicate<String, String> knows, Supplier<XmlSchema> open) {
      return new Kind(words, knows, _ -> open.get());
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          Kind.of(
              "PubMed XML",
              Set.of(
                  "PubmedArticleSet",
                  "PubmedArticle",
                  "PubmedBookArticle",
                  "PubmedBookArticleSet",
                  "MedlineCitationSet",
                  "pubmed-document"),
              PubMed::new),
          Kind.of("Atom feed", Set.of("feed", "entry"), Feeds::new),
          Kind.of("RSS feed", Set.of("rss"), Feeds::new),
          Kind.of("Primo", (_, head) -> PRIMO.matcher(head).find(), Primo::new),
          Kind.of("MARCXML", (_, head) -> MarcXml.isIn(head), MarcXml::new),
          Kind.of("OAI-PMH", Set.of("OAI-PMH", "ListRecords", "GetRecord", "dc"), Oai::new),
          Kind.of(
              "DataCite XML",
              (root, head) -> root.equals("resource") && head.contains("datacite"),
              Oai::new),
          Kind.of(
              "JATS",
              (root, head) ->
                  (Set.of("article", "pmc-articleset", "articles").contains(root)
                          || head.contains("<article "))
                      && (head.contains("<front") || head.contains("article-meta")),
              Jats::new),
          Kind.of(
              "ACL Anthology XML",
              (root, head) ->
                  root.equals("collection") && head.contains("<volume")
                      || root.equals("volume") && head.contains("<paper"),
              Acl::new),
          Kind.of(
              "DBLP XML",
              (root, head) ->
                  Set.of("dblp", "dblpperson").contains(root)
                      || root.equals("result") && head.contains("<hits"),
              Dblp::new),
          Kind.of("Crossref XML", Set.of("doi_records", "crossref_result"), Unixref::new),
          // Around MODS lie METS and the answers of catalogues.
          Kind.of(
              "MODS",
              (root, head) -> root.startsWith("mods") || head.contains("loc.gov/mods/"),
              Mods::new),
          Kind.of("RDF", Set.of("RDF"), ZoteroRdf::new),
          Kind.of(
              "EndNote XML",
              (root, head) ->
                  Set.of("xml", "records").contains(root)
                      && (head.contains("<titles>") || head.contains("<ref-type")),
              EndNoteXml::new),
          Kind.of("EBSCO XML", (_, head) -> head.contains("<controlInfo>"), Ebsco::new),
          new Kind(
              "Solr XML",
              (root, head) ->
                  Set.of("response", "add").contains(root)
                      && head.contains("<doc>")
                      && head.contains(" name=\""),
              Solr::new),
          new Kind(
              "spreadsheet (XML)",
              (root, head) -> root.equals("Workbook") && head.contains("office:spreadsheet"),
              SpreadsheetXml::new),
          Kind.of("Citavi", Set.of("CitaviExchangeData"), Citavi::new),
          Kind.of(
              "sources of Word",
              (root, head) -> root.equals("Sources") && head.contains("/bibliography"),
              WordSources::new),
          new Kind(
              "TEI of HAL",
              (root, head) -> root.equals("TEI") && head.contains("<biblFull"),
              _ -> new Tei("biblFull")),
          Kind.of("TEI", Set.of("TEI", "teiCorpus"), Tei::new),
          // In the answers of catalogues.
          Kind.of("Dublin Core", (_, head) -> DUBLIN_CORE.matcher(head).find(), Oai::new));

  public XmlRecords() {
    super("xml", "XML");
  }

  @Override
  public Claim claim(Head head) {
    String root = root(head);
    if (root.isEmpty()) {
      return Claim.none();
    }
    Optional<Kind> kind = kind(root, head);
    if (kind.isPresent()) {
      return new Claim(Certainty.SURE, kind.get().words());
    }
    return HTML.contains(root.toLowerCase(Locale.ROOT))
        ? Claim.none()
        : new Claim(Certainty.SURE, words());
  }

  private static Optional<Kind> kind(String root, Head head) {
    return KINDS.stream().filter(kind -> kind.knows().test(root, head.text())).findFirst();
  }

  /// The name of the first element, or empty if the text is no XML.
  private static String root(Head head) {
    Matcher prolog = PROLOG.matcher(head.text());
    int start = prolog.lookingAt() ? prolog.end() : 0;
    Matcher root = ROOT.matcher(head.text());
    return root.region(start, head.text().length()).lookingAt() ? root.group(1) : "";
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    Head head = source.head();
    String root = root(head);
    XmlSchema schema =
        kind(root, head)
            .map(kind -> kind.open().apply(head.names()))
            .or(() -> XmlShape.recordName(head).map(name -> new PlainXml(name, head.names())))
            .orElseThrow(() -> unknown(root, head));
    XmlReading reading = new XmlReading(schema, sink);
    reading.read(source);
    if (!reading.isAnyTaken() || !schema.isAnyPaper()) {
      throw new UnrecognizedException(
          "XML without papers (root element " + PlainText.printable(root) + ")", ADVICE);
    }
  }

  private static UnrecognizedException unknown(String root, Head head) {
    if (root.isEmpty()) {
      return new UnrecognizedException("no XML", ADVICE);
    }
    String what = "XML that is not read (root element " + PlainText.printable(root) + ")";
    return root.equals("eSummaryResult") || head.text().contains("eSummary")
        ? new UnrecognizedException(what, "Fetch with efetch, as PubMed XML, to have abstracts")
        : new UnrecognizedException(what, ADVICE);
  }
}
