package org.papermap.embed.internal.formats.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.embed.internal.formats.Gathered.named;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FormatException;
import org.papermap.embed.internal.formats.Gathered;
import org.papermap.embed.internal.formats.SixPapers;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

class SpreadsheetTest {
  private static final String BOOK =
      """
      <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
      <sheets><sheet name="Notes" sheetId="1" r:id="rId1"/><sheet name="Papers" sheetId="2" r:id="rId2"/></sheets></workbook>
      """;
  private static final String RELATIONS =
      """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x" Target="/xl/worksheets/sheet2.xml"/></Relationships>
      """;
  private static final String STRINGS =
      "<sst><si><t>Title</t></si><si><r><t>Bees </t></r><r><rPr><b/></rPr><t>&amp;"
          + " hives_x000D_</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></si></sst>";
  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\""
          + " formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><cellStyleXfs><xf"
          + " numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf"
          + " numFmtId=\"164\"/></cellXfs></styleSheet>";
  private static final String SHEET =
      """
      <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>My papers of May</t></is></c></row>
      <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="inlineStr"><is><t>Abstract</t></is></c><c r="D3" t="str"><v>Date</v></c><c r="E3" t="str"><v>Year</v></c></row>
      <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" t="str"><f>A1&amp;"x"</f><v>We count.</v></c><c r="D4" s="1"><v>43953</v></c><c r="E4"><v>2020.0</v></c></row>
      <row r="5"><c r="A5"/></row><row r="6"><c r="C6" t="str"><v>stray</v></c></row>
      <row r="7"><c t="str"><v>Two</v></c><c t="e"><v>#N/A</v></c></row></sheetData></worksheet>
      """;

  static byte[] book() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("xl/workbook.xml", BOOK);
    parts.put("xl/_rels/workbook.xml.rels", RELATIONS);
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c t=\"str\"><v>Hello</v></c></row></sheetData></worksheet>");
    parts.put("xl/worksheets/sheet2.xml", SHEET);
    parts.put("xl/sharedStrings.xml", STRINGS);
    parts.put("xl/styles.xml", STYLES);
    return zip(parts);
  }

  private static byte[] zip(Map<String, String> parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void reads_the_workbook_of_the_six_papers() throws IOException {
    Gathered gathered = Gathered.ofCase("folder-passes-over-silently/dir/e.xlsx");

    SixPapers.assertAreIn(gathered);
    assertThat(gathered.words()).isEqualTo("spreadsheet (.xlsx)");
    assertThat(gathered.all(Field.DATE)).startsWith("2020", "2021");
  }

  @Test
  void reads_every_sheet_with_titles_and_notes_the_others() throws IOException {
    Gathered gathered = Gathered.of(book(), "x.xlsx");

    SourceRecord first = gathered.record(0);
    assertThat(gathered.titles()).containsExactly("Bees & hives", "Two");
    assertThat(gathered.abstracts()).containsExactly("We count.", "");
    assertThat(named(first, "Date")).isEqualTo("2020-05-02");
    assertThat(named(first, "Year")).isEqualTo("2020");
    assertThat(gathered.records()).extracting(SourceRecord::line).containsExactly(4L, 7L);
    assertThat(gathered.told())
        .containsExactly(
            "note 0: the sheet Notes has no column of titles and was not read",
            "malformed 6: texts outside the named columns alone");
  }

  @Test
  void refuses_a_workbook_without_titles_and_names_its_columns() throws IOException {
    byte[] book =
        zip(
            Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<workbook/>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row><c t=\"str\"><v>Colour</v></c><c"
                    + " t=\"str\"><v>Price</v></c></row></sheetData></worksheet>"));

    assertThatThrownBy(() -> Gathered.of(book, "x.xlsx"))
        .isInstanceOf(UnrecognizedException.class)
        .hasMessageStartingWith(
            "a spreadsheet with no columns of titles and abstracts, only Colour, Price. Name");
  }

  @Test
  void refuses_a_workbook_that_grows_beyond_measure() throws IOException {
    byte[] bomb =
        zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "x".repeat(40_000_000)));

    assertThatThrownBy(() -> Gathered.of(bomb, "x.xlsx"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("a spreadsheet that unpacks to more than");
  }

  @Test
  void says_that_a_workbook_is_cut_off() throws IOException {
    byte[] whole = book();

    assertThatThrownBy(
            () -> Gathered.of(java.util.Arrays.copyOf(whole, whole.length / 2), "x.xlsx"))
        .isInstanceOf(FormatException.class)
        .hasMessageStartingWith("a damaged spreadsheet");
  }

  @Test
  void reads_a_spreadsheet_of_libreoffice() throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    parts.put(
        "content.xml",
        """
        <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>
        <table:table table:name="Notes"><table:table-row><table:table-cell><text:p>Hello</text:p></table:table-cell></table:table-row></table:table>
        <table:table table:name="Papers"><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/></table:table-row>
        <table:table-row><table:table-cell><text:p>Title</text:p></table:table-cell><table:table-cell><text:p>Note</text:p></table:table-cell>
        <table:table-cell><text:p>Abstract</text:p></table:table-cell><table:table-cell><text:p>Date</text:p></table:table-cell></table:table-row>
        <table:table-row><table:table-cell><office:annotation><text:p>mine</text:p></office:annotation><text:p>Knots<text:s/>in <text:span>wet</text:span> rope</text:p></table:table-cell>
        <table:table-cell/><table:table-cell><text:p>We tie</text:p><text:p>two.</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2019-05-02"><text:p>05/02/19</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16380"/></table:table-row>
        <table:table-row><table:table-cell office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
        </table:table></office:spreadsheet></office:body></office:document-content>
        """);

    Gathered read = Gathered.of(zip(parts), "papers.ods");

    assertThat(read.words()).isEqualTo("spreadsheet (.ods)");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two.");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05-02");
    assertThat(read.record(0).line()).isEqualTo(4);
    assertThat(read.told())
        .containsExactly(
            "note 0: the sheet Notes has no column of titles and was not read", "navigation 5: 1");
  }

  @Test
  void a_year_that_several_rows_share_is_that_of_each() throws IOException {
    byte[] book =
        zip(
            Map.of(
                "[Content_Types].xml",
                "<Types/>",
                "xl/workbook.xml",
                "<workbook/>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>Year</v></c><c"
                    + " r=\"B1\" t=\"str\"><v>Title</v></c></row><row r=\"2\"><c"
                    + " r=\"A2\"><v>2020</v></c><c r=\"B2\" t=\"str\"><v>Knots</v></c></row><row"
                    + " r=\"3\"><c r=\"B3\" t=\"str\"><v>Nets</v></c></row><row r=\"4\"><c r=\"B4\""
                    + " t=\"str\"><v>Ropes</v></c></row></sheetData><mergeCells"
                    + " count=\"1\"><mergeCell ref=\"A2:A3\"/></mergeCells></worksheet>"));

    Gathered gathered = Gathered.of(book, "x.xlsx");

    assertThat(gathered.titles()).containsExactly("Knots", "Nets", "Ropes");
    assertThat(gathered.all(Field.DATE)).containsExactly("2020", "2020", "");
  }
}
