package org.papermap.embed.internal.formats.office;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.NamedFormat;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// One paper as PDF. Title and abstract are taken from its first page where both are beyond doubt;
/// see [FirstPage]. All others are refused, with the advice to export from the reference manager,
/// which knows them better.
public final class PdfPaper extends NamedFormat {
  private static final int MAX_LENGTH = 1 << 28;

  private static final String ADVICE =
      "Export RIS, BibTeX or CSV from your reference manager instead";

  public PdfPaper() {
    super("pdf", "PDF");
  }

  @Override
  public Claim claim(Head head) {
    return head.startsWith("%PDF-") ? new Claim(Certainty.SIGNED, words()) : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    byte[] bytes = source.allBytes(MAX_LENGTH);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      sink.record(paper(document));
    } catch (FormatException e) {
      throw e;
    } catch (InvalidPasswordException e) {
      throw new UnrecognizedException("a PDF that asks for a password", ADVICE);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The bytes are in memory: what fails is the content.
      throw new UnrecognizedException("a damaged PDF", ADVICE);
    }
  }

  private static SourceRecord paper(PDDocument document) throws IOException {
    if (document.getNumberOfPages() == 0) {
      throw new UnrecognizedException("a PDF without pages", ADVICE);
    }
    FirstPage page = FirstPage.of(document);
    if (page.isEmpty()) {
      throw new UnrecognizedException("a PDF without text, perhaps scanned", ADVICE);
    }
    String told = document.getDocumentInformation().getTitle();
    Optional<String> title = page.title(told == null ? "" : told);
    Optional<String> abstractText = page.abstractText();
    if (title.isEmpty() || abstractText.isEmpty()) {
      String missing =
          title.isPresent()
              ? "abstract"
              : abstractText.isPresent() ? "title" : "title and abstract";
      throw new UnrecognizedException(
          "a PDF whose " + missing + " cannot be told for sure", ADVICE);
    }
    return SourceRecord.at(1)
        .put(Field.TITLE, title.get())
        .put(Field.ABSTRACT, abstractText.get())
        .put(Field.ARXIV, page.arxivId().orElse(""))
        .put(Field.DOI, page.doi().orElse(""))
        .build();
  }
}
