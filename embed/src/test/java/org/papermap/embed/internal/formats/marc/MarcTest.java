package org.papermap.embed.internal.formats.marc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class MarcTest {
  private static final List<String> KNOTS =
      List.of(
          "008:230101s2019    xx            000 0 eng d",
          "024:7 \u001Fa10.5555/k.1\u001F2doi",
          "100:1 \u001FaLind, Ada,\u001Feauthor.",
          "245:10\u001FaKnots :\u001Fbwet rope /\u001FcAda Lind.",
          "520:3 \u001FaWe tie two hundred knots.",
          "700:1 \u001FaMoreau, Jo.",
          "700:1 \u001FaBerg, Kim,\u001Feeditor.");

  /// A record in bytes, each letter in one.
  private static byte[] record(List<String> fields) {
    StringBuilder directory = new StringBuilder();
    StringBuilder contents = new StringBuilder();
    for (String field : fields) {
      String content = field.substring(4) + "\u001E";
      directory.append(
          "%s%04d%05d".formatted(field.substring(0, 3), content.length(), contents.length()));
      contents.append(content);
    }
    int base = 25 + directory.length();
    String leader = "%05dnam a22%05d i 4500".formatted(base + contents.length() + 1, base);
    return (leader + directory + "\u001E" + contents + "\u001D")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static Gathered read(byte[]... records) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] record : records) {
      all.write(record);
    }
    return Gathered.of(all.toByteArray(), "catalogue.mrc");
  }

  @Test
  void reads_records_in_bytes() throws IOException {
    Gathered read = read(record(KNOTS), record(List.of("245:00\u001FaNets that dry.")));

    assertThat(read.words()).isEqualTo("MARC");
    assertThat(read.titles()).containsExactly("Knots: wet rope", "Nets that dry");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1", "");
  }

  @Test
  void reads_letters_of_marc_8() throws IOException {
    Gathered read =
        read(record(List.of("245:00\u001Fa\u00E8Uber Kn\u00E8opfe, na\u00F2ve \u00C7")));

    assertThat(read.titles()).containsExactly("Über Knöpfe, naṿe ß");
  }

  @Test
  void a_body_or_an_editor_counts_where_nobody_wrote_the_work() throws IOException {
    Gathered read =
        read(
            record(List.of("110:2 \u001FaHarbour Office.\u001FbRope Board.", "245:00\u001FaKnots")),
            record(
                List.of(
                    "245:00\u001FaNets.\u001FnVol. 2,\u001FpDry nets",
                    "700:1 \u001FaBerg, Kim,\u001F4edt")));

    assertThat(read.record(0).authors()).containsExactly("Harbour Office: Rope Board");
    assertThat(read.record(1).authors()).containsExactly("Berg, Kim");
    assertThat(read.titles()).containsExactly("Knots", "Nets. Vol. 2: Dry nets");
  }

  @Test
  void reads_unimarc() throws IOException {
    Gathered read =
        read(
            record(
                List.of(
                    "200:1 \u001FaKnots\u001Fewet rope\u001FfAda Lind",
                    "210:  \u001FaLund\u001Fd2019",
                    "330:  \u001FaWe tie two hundred knots.",
                    "700: 1\u001FaLind\u001FbAda\u001F4070",
                    "702: 1\u001FaBerg\u001FbKim\u001F4340")));

    assertThat(read.titles()).containsExactly("Knots: wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(read.all(Field.DATE)).containsExactly("2019");
  }

  @Test
  void a_record_that_is_cut_off_costs_itself_alone() throws IOException {
    byte[] whole = record(KNOTS);
    byte[] cut = new byte[200];
    System.arraycopy(whole, 0, cut, 0, cut.length);

    Gathered read = read(whole, cut);

    assertThat(read.titles()).containsExactly("Knots: wet rope");
    assertThat(read.told()).containsExactly("malformed 2: the content is cut off in this record");
  }

  @Test
  void reads_records_as_programs_print_them() throws IOException {
    Gathered edited =
        Gathered.of(
            """
            =LDR  00000nam a2200000 i 4500
            =008  230101s2019\\\\\\\\xx
            =100  1\\$aLind, Ada
            =245  10$aKnots in wet rope /$cAda Lind.

            =LDR  00000nam a2200000 i 4500
            =245  10$aNets for {dollar}5
            """);
    Gathered dumped =
        Gathered.of(
            """
            01234nam a2200289 i 4500
            001 000000001
            100 1  $a Lind, Ada
            245 10 $a Knots in wet rope / $c Ada Lind.
            520 3  $a We tie two hundred knots.
            """);

    assertThat(edited.titles()).containsExactly("Knots in wet rope", "Nets for $5");
    assertThat(edited.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(edited.all(Field.DATE)).containsExactly("2019", "");
    assertThat(dumped.titles()).containsExactly("Knots in wet rope");
    assertThat(dumped.abstracts()).containsExactly("We tie two hundred knots.");
  }

  @Test
  void reads_records_as_aleph_writes_them() throws IOException {
    Gathered read =
        Gathered.of(
            """
            000000001 LDR   L ^^^^^nam^a22^^^^^^u^4500
            000000001 008   L 230101s2019^^^^xx
            000000001 1001  L $$aLind, Ada
            000000001 24510 L $$aKnots in wet rope /$$cAda Lind.
            000000001 5203  L $$aWe tie two hundred knots.
            000000002 24500 L $$aNets
            """);

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "");
    assertThat(read.record(1).line()).isEqualTo(6);
  }
}
