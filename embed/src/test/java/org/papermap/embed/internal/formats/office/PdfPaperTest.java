package org.papermap.embed.internal.formats.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.embed.internal.formats.Gathered.value;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

class PdfPaperTest {
  private static final String[] ABSTRACT = {
    "We study when snow slides start in steep gullies above mountain roads and how ear-",
    "ly a slope can be closed. Weather stations and buried cables gave us nine winters of",
    "data, and a simple balance of load and strength explains most of the slides. Warm",
    "nights matter more than fresh snow, and two thirds of the closings came a day late."
  };

  private static final String WHOLE =
      "We study when snow slides start in steep gullies above mountain roads and how early a slope"
          + " can be closed. Weather stations and buried cables gave us nine winters of data, and a"
          + " simple balance of load and strength explains most of the slides. Warm nights matter"
          + " more than fresh snow, and two thirds of the closings came a day late.";

  /// A page to write lines on, from above.
  private static final class Writer implements AutoCloseable {
    private final PDDocument document = new PDDocument();
    private final PDPageContentStream page;
    private float y = 780;

    Writer() throws IOException {
      PDPage first = new PDPage();
      document.addPage(first);
      page = new PDPageContentStream(document, first);
    }

    Writer line(float size, String text) throws IOException {
      page.beginText();
      page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), size);
      page.newLineAtOffset(60, y);
      page.showText(text);
      page.endText();
      y -= 1.4f * size;
      return this;
    }

    Writer lines(float size, String... texts) throws IOException {
      for (String text : texts) {
        line(size, text);
      }
      return this;
    }

    Writer title(String title) {
      document.getDocumentInformation().setTitle(title);
      return this;
    }

    byte[] bytes() throws IOException {
      page.close();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
      document.close();
    }
  }

  static byte[] paper() throws IOException {
    try (Writer writer = new Writer()) {
      return writer
          .line(22, "ScienceIndirect")
          .lines(17, "Snow avalanches in alpine gullies", "and their early warning")
          .lines(10, "Ada Lind, Jo Moreau", "doi: 10.5555/s.0")
          .line(11, "Abstract")
          .lines(9, ABSTRACT)
          .line(12, "1 Introduction")
          .lines(9, "Snow is white. It falls in winter and lies for long.", "It is cold.")
          .bytes();
    }
  }

  @Test
  void reads_title_and_abstract_that_are_beyond_doubt() throws IOException {
    Gathered gathered = Gathered.of(paper(), "a.pdf");
    SourceRecord record = gathered.record(0);

    assertThat(value(record, Field.TITLE))
        .isEqualTo("Snow avalanches in alpine gullies and their early warning");
    assertThat(value(record, Field.ABSTRACT)).isEqualTo(WHOLE);
    assertThat(value(record, Field.DOI)).isEqualTo("10.5555/s.0");
    assertThat(gathered.words()).isEqualTo("PDF");
  }

  @Test
  void reads_an_abstract_that_runs_on_after_its_word() throws IOException {
    try (Writer writer = new Writer()) {
      byte[] pdf =
          writer
              .line(18, "Snow avalanches in alpine gullies")
              .line(9, "Abstract—" + ABSTRACT[0])
              .lines(9, ABSTRACT[1], ABSTRACT[2], ABSTRACT[3])
              .line(9, "Index Terms—snow, roads")
              .lines(9, "Body text of the paper goes on here for a while.")
              .bytes();

      assertThat(Gathered.of(pdf, "").abstracts()).containsExactly(WHOLE);
    }
  }

  @Test
  void takes_the_title_that_the_file_tells_where_the_page_has_it() throws IOException {
    try (Writer writer = new Writer()) {
      byte[] pdf =
          writer
              .title("Snow Avalanches in Alpine Gullies")
              .lines(20, "Annals of Made-up Things")
              .lines(12, "Snow avalanches in", "alpine gullies")
              .line(11, "ABSTRACT")
              .lines(9, ABSTRACT)
              .line(11, "Keywords: snow")
              .bytes();

      assertThat(Gathered.of(pdf, "").titles())
          .containsExactly("Snow Avalanches in Alpine Gullies");
    }
  }

  @Test
  void refuses_what_is_in_doubt_and_says_what_to_do() throws IOException {
    byte[] plain = Gathered.caseBytes("not-text-yet-read/paper.pdf");
    byte[] noEnd;
    try (Writer writer = new Writer()) {
      noEnd =
          writer
              .line(18, "Snow avalanches in alpine gullies")
              .line(11, "Abstract")
              .lines(9, ABSTRACT)
              .bytes();
    }
    byte[] blank;
    try (Writer writer = new Writer()) {
      blank = writer.bytes();
    }

    assertThatThrownBy(() -> Gathered.of(plain, "a.pdf"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessage(
            "a PDF whose title and abstract cannot be told for sure. Export RIS, BibTeX or CSV from"
                + " your reference manager instead.");
    assertThatThrownBy(() -> Gathered.of(noEnd, "a.pdf"))
        .hasMessageStartingWith("a PDF whose abstract cannot be told for sure.");
    assertThatThrownBy(() -> Gathered.of(blank, "a.pdf"))
        .hasMessageStartingWith("a PDF without text, perhaps scanned.");
    assertThatThrownBy(
            () -> Gathered.of("%PDF-1.4\nnonsense".getBytes(StandardCharsets.UTF_8), "a.pdf"))
        .hasMessageStartingWith("a damaged PDF.");
  }

  @Test
  void the_name_of_a_journal_in_larger_type_is_no_title() throws IOException {
    byte[] bytes;
    try (Writer writer = new Writer()) {
      bytes =
          writer
              .line(22, "International Journal of Coastal Things")
              .line(16, "Snow avalanches in alpine gullies*")
              .line(11, "Abstract")
              .lines(9, ABSTRACT)
              .line(11, "1 Introduction")
              .lines(9, ABSTRACT)
              .bytes();
    }

    assertThat(Gathered.of(bytes, "a.pdf").titles())
        .containsExactly("Snow avalanches in alpine gullies");
  }
}
