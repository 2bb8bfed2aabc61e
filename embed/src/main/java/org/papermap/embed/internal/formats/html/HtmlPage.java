package org.papermap.embed.internal.formats.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.bibtex.Bibtex;
import org.papermap.embed.internal.formats.tagged.EndNote;
import org.papermap.embed.internal.formats.tagged.Medline;
import org.papermap.embed.internal.formats.tagged.Ris;
import org.papermap.embed.internal.formats.tagged.WebOfScience;
import org.papermap.embed.internal.formats.text.MarkdownList;
import org.papermap.embed.internal.formats.text.PageDump;
import org.papermap.embed.internal.formats.text.PubmedAbstracts;

/// A saved web page: papers in its data (Hugging Face papers), a listing of arXiv, a page that says
/// in its head which paper it is about, a report of Zotero, a table, parts that are called titles
/// and abstracts, or headings each with one abstract. A page in which none of these is found is
/// refused.
public final class HtmlPage extends NamedFormat {
  /// Pages are small; what is larger is something else.
  private static final int MAX_LENGTH = 1 << 26;

  private static final Pattern HTML =
      Pattern.compile(
          "(?is)\\s*+(?>(?><\\?xml.{0,200}?\\?>|<!--.*?-->)\\s*+){0,50}+"
              + "<(?:!doctype\\s+html|html|head|body|meta|title|link|script|style|base|div|main|nav"
              + "|header|section|article|table|p|span|h[1-6]|ul|ol|dl|a|center|form|b|i|hr|br)\\b");

  private static final Pattern CHARSET =
      Pattern.compile("(?i)<meta[^>]{1,200}charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");

  /// In the order of what tells most. The first that finds papers reads the page.
  private static final List<PageReader> READERS =
      List.of(
          new PageContents(),
          new ArxivListingPage(),
          new CitationHead(),
          new ZoteroReport(),
          new ScholarResults(),
          new AclListing(),
          new HtmlTables(),
          new ClassedParts(),
          new PaperPage(),
          new HuggingFaceList(),
          new Headings());

  /// What browsers save as a page when they are shown an export.
  private static final List<Format> EXPORTS =
      List.of(
          new EndNote(),
          new WebOfScience(),
          new PubmedAbstracts(),
          new Bibtex(),
          new Ris(),
          new Medline());

  private static final List<Format> TEXTS = List.of(new MarkdownList(), new PageDump());

  public HtmlPage() {
    super("html", "HTML");
  }

  /// Markdown may begin with a picture in the middle of a line of its own.
  private static final Pattern MARKDOWN =
      Pattern.compile("(?m)^#{1,5} \\S|^[-*] (?:\\*\\*)?\\[[^\\]\\n]+]\\(");

  private static final Pattern WHOLE_PAGE = Pattern.compile("(?i)<(?:!doctype|html|head|body)\\b");

  @Override
  public Claim claim(Head head) {
    return HTML.matcher(head.text()).lookingAt()
            && (!MARKDOWN.matcher(head.text()).find() || WHOLE_PAGE.matcher(head.text()).find())
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    read(text(source), source.names(), sink);
  }

  static void read(String html, FieldNames names, RecordSink sink) throws IOException {
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    HtmlText.mendFormulas(page);
    for (PageReader reader : READERS) {
      List<SourceRecord> records = reader.papers(page, names);
      if (!records.isEmpty()) {
        records.forEach(sink::record);
        return;
      }
    }
    if (!isExportRead(page, names, sink)) {
      readText(page, names, sink);
    }
  }

  /// Reads what stands in the page as it was written (`pre`), if it is an export.
  private static boolean isExportRead(Document page, FieldNames names, RecordSink sink)
      throws IOException {
    StringBuilder written = new StringBuilder();
    long line = 1;
    for (Element part : page.select("pre:not(pre pre)")) {
      // Each begins on its line of the page, or at least on a line of its own.
      long gap = Math.max(1, HtmlText.line(part) - line);
      String text = part.wholeText();
      written.append("\n".repeat((int) gap)).append(text);
      line += gap + text.chars().filter(c -> c == '\n').count();
    }
    Source source = source(written.toString(), "page.txt", names);
    for (Format format : EXPORTS) {
      if (format.claim(source.head()).certainty().compareTo(Certainty.LIKELY) >= 0) {
        format.read(source, sink);
        return true;
      }
    }
    return false;
  }

  private static Source source(String text, String name, FieldNames names) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Source.of(new ByteArrayInputStream(bytes), name, names, StandardCharsets.UTF_8);
  }

  /// Reads the page as if it had been saved as text.
  private static void readText(Document page, FieldNames names, RecordSink sink)
      throws IOException {
    PageText text = PageText.of(page);
    Source source = source(text.text(), "page.md", names);
    try {
      for (Format format : TEXTS) {
        if (!format.claim(source.head()).isNone()) {
          PlacedSink found = new PlacedSink(text);
          format.read(source, found);
          if (found.arePapers() && !Headings.isShop(page)) {
            found.handOn(sink);
            return;
          }
          break;
        }
      }
    } catch (UnrecognizedException none) {
      // Said below in the words for pages.
    }
    throw new UnrecognizedException(
        "a web page in which no papers were found",
        "Export RIS, BibTeX or CSV there, or save the page as text");
  }

  private static String text(Source source) throws IOException {
    Matcher declared = CHARSET.matcher(source.head().text());
    Charset charset = declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8;
    Reader reader =
        charset.equals(StandardCharsets.UTF_8)
            ? source.text()
            : new InputStreamReader(source.bytes(), charset);
    StringBuilder text = new StringBuilder();
    char[] chars = new char[1 << 14];
    for (int count = reader.read(chars); count >= 0; count = reader.read(chars)) {
      text.append(chars, 0, count);
      if (text.length() > MAX_LENGTH) {
        throw new FormatException(0, "a web page of more than 64 million letters", "Split it");
      }
    }
    return text.toString();
  }

  static Charset charset(String name) {
    try {
      // As browsers do: Latin-1 stands for Windows-1252.
      return name.equalsIgnoreCase("iso-8859-1") || name.equalsIgnoreCase("us-ascii")
          ? Charset.forName("windows-1252")
          : name.toLowerCase(Locale.ROOT).startsWith("utf-16")
              ? StandardCharsets.UTF_8
              : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
