package org.papermap.embed.internal.formats.registry;

import java.util.List;
import java.util.Optional;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.UnrecognizedException;
import org.papermap.embed.internal.formats.bibtex.Bibtex;
import org.papermap.embed.internal.formats.html.HtmlPage;
import org.papermap.embed.internal.formats.html.MimePage;
import org.papermap.embed.internal.formats.json.JsonLines;
import org.papermap.embed.internal.formats.json.JsonSequence;
import org.papermap.embed.internal.formats.json.ScriptData;
import org.papermap.embed.internal.formats.json.Yaml;
import org.papermap.embed.internal.formats.marc.Marc;
import org.papermap.embed.internal.formats.office.ParquetTable;
import org.papermap.embed.internal.formats.office.PdfPaper;
import org.papermap.embed.internal.formats.office.Spreadsheet;
import org.papermap.embed.internal.formats.site.HuggingFaceText;
import org.papermap.embed.internal.formats.table.DelimitedTable;
import org.papermap.embed.internal.formats.table.FieldRows;
import org.papermap.embed.internal.formats.table.SqlDump;
import org.papermap.embed.internal.formats.tagged.EndNote;
import org.papermap.embed.internal.formats.tagged.Medline;
import org.papermap.embed.internal.formats.tagged.OtherExport;
import org.papermap.embed.internal.formats.tagged.Ovid;
import org.papermap.embed.internal.formats.tagged.PubTator;
import org.papermap.embed.internal.formats.tagged.RefWorks;
import org.papermap.embed.internal.formats.tagged.Ris;
import org.papermap.embed.internal.formats.tagged.ScopusText;
import org.papermap.embed.internal.formats.tagged.TestCollection;
import org.papermap.embed.internal.formats.tagged.WebOfScience;
import org.papermap.embed.internal.formats.tagged.WosTable;
import org.papermap.embed.internal.formats.text.ArxivListing;
import org.papermap.embed.internal.formats.text.ArxivMailing;
import org.papermap.embed.internal.formats.text.FrontMatter;
import org.papermap.embed.internal.formats.text.LabelledBlocks;
import org.papermap.embed.internal.formats.text.MarkdownList;
import org.papermap.embed.internal.formats.text.MarkdownTable;
import org.papermap.embed.internal.formats.text.PageDump;
import org.papermap.embed.internal.formats.text.PubmedAbstracts;
import org.papermap.embed.internal.formats.text.ScienceDirect;
import org.papermap.embed.internal.formats.xml.XmlRecords;

/// All formats that are read, and the choice between them by content.
public final class Formats {
  /// In the order in which they are asked. The surest claim wins, and of equal ones the first.
  private static final List<Format> ALL =
      List.of(
          new PdfPaper(),
          new Spreadsheet(),
          new ParquetTable(),
          new XmlRecords(),
          new HtmlPage(),
          new MimePage(),
          new MailText(),
          new JsonSequence(),
          new JsonLines(),
          new ScriptData(),
          new EndNote(),
          new WebOfScience(),
          new WosTable(),
          new RefWorks(),
          new PubmedAbstracts(),
          new ScienceDirect(),
          new HuggingFaceText(),
          new Ovid(),
          new ScopusText(),
          new Marc(),
          new OtherExport(),
          new ArxivMailing(),
          new ArxivListing(),
          new SqlDump(),
          new FieldRows(),
          new MarkdownTable(),
          new DelimitedTable(),
          new Bibtex(),
          new Ris(),
          new Medline(),
          new FrontMatter(),
          new Yaml(),
          new PubTator(),
          new TestCollection(),
          new LabelledBlocks(),
          new MarkdownList(),
          new PageDump());

  private Formats() {}

  /// What reads a content, and what to call the content.
  ///
  /// @param isUnsure whether almost any text could be in this format
  public record Choice(Format format, String words, boolean isUnsure) {}

  public static List<Format> all() {
    return ALL;
  }

  /// The format of this name for `--format`.
  public static Optional<Format> named(String key) {
    return ALL.stream().filter(format -> format.key().equals(key)).findFirst();
  }

  /// The format that has the surest claim to the content that begins so.
  ///
  /// @throws UnrecognizedException if no format claims it, or it is known to be something else
  public static Choice choose(Head head) throws UnrecognizedException {
    if (head.isBlank()) {
      throw new UnrecognizedException("empty", "Give a file with papers in it");
    }
    Choice best = null;
    Claim claimed = Claim.none();
    for (Format format : ALL) {
      Claim claim = format.claim(head);
      if (claim.certainty().compareTo(claimed.certainty()) > 0) {
        best = new Choice(format, claim.words(), claim.certainty() == Certainty.POSSIBLE);
        claimed = claim;
      }
    }
    if (claimed.certainty().compareTo(Certainty.SURE) < 0) {
      refuse(Refusals.signed(head));
    }
    if (claimed.certainty().compareTo(Certainty.LIKELY) < 0) {
      if (!head.isText()) {
        throw new UnrecognizedException(
            "not text (it has zero bytes)", "Give text in UTF-8, gzipped or not");
      }
      refuse(Refusals.text(head));
    }
    if (best == null) {
      throw new UnrecognizedException("in no format that is read", "Export CSV or JSON");
    }
    return best;
  }

  private static void refuse(Optional<UnrecognizedException> refusal) throws UnrecognizedException {
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }
}
