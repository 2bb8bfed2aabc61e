package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.embed.internal.formats.html.HtmlPage;
import org.papermap.embed.internal.formats.html.MimePage;
import org.papermap.embed.internal.formats.json.JsonLines;
import org.papermap.embed.internal.formats.json.JsonSequence;
import org.papermap.embed.internal.formats.office.PdfPaper;
import org.papermap.embed.internal.formats.office.Spreadsheet;
import org.papermap.embed.internal.formats.xml.XmlRecords;

/// Contents that were changed at random, a few bytes at a time: a format either reads them or says
/// in its own exception what is wrong, and it ends.
class DamagedContentTest {
  /// What changes most in texts of these formats.
  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          "<",
          ">",
          "</",
          "&",
          "&amp;",
          "<!--",
          "]]>",
          "<![CDATA[",
          "\\u12",
          "\\",
          "\u0000",
          "\n",
          "\r",
          "null",
          "1e9",
          ":",
          ",",
          "'",
          "title",
          "abstract",
          "\uD83D",
          "é",
          "<!DOCTYPE x [",
          "=3D",
          "--",
          "{'",
          "[[",
          "0",
          "-1");

  static Stream<Arguments> samples() throws IOException {
    return Stream.of(
        sample(new JsonLines(), "json-wrapped-or-nested/works.jsonl", 2500),
        sample(new JsonLines(), "json-wrapped-or-nested/openreview.jsonl", 2500),
        sample(new JsonSequence(), "json-wrapped-or-nested/columnar.json", 2500),
        sample(new JsonSequence(), "json-wrapped-or-nested/crossref.json", 2500),
        sample(new JsonSequence(), "json-wrapped-or-nested/works.json", 2500),
        sample(new XmlRecords(), "xml/pubmed.xml", 2500),
        sample(new XmlRecords(), "xml/oai.xml", 2500),
        sample(new XmlRecords(), "xml/jats.xml", 2500),
        sample(new HtmlPage(), "folder-passes-over-silently/dir/c.html", 2000),
        sample(new HtmlPage(), "html/listing.html", 2000),
        sample(new MimePage(), "not-text-yet-read/page.mhtml", 2000),
        sample(new Spreadsheet(), "folder-passes-over-silently/dir/e.xlsx", 1000),
        sample(new PdfPaper(), "not-text-yet-read/paper.pdf", 300),
        sample(new PdfPaper(), "pdf/paper.pdf", 200));
  }

  private static Arguments sample(Format format, String path, int mutants) throws IOException {
    return Arguments.of(format.key(), path, format, Gathered.caseBytes(path), mutants);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("samples")
  void is_read_or_refused_and_never_breaks_the_reader(
      String key, String path, Format format, byte[] sample, int mutants) {
    Random random = new Random(key.hashCode() * 31L + path.hashCode());
    for (int i = 0; i < mutants; i++) {
      byte[] mutant = mutant(sample, random);
      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () -> {
            try {
              assertThat(Gathered.by(format, mutant).records().size()).isLessThan(sample.length);
            } catch (FormatException e) {
              assertThat(e.found()).isNotBlank();
              assertThat(e.advice()).isNotBlank();
            }
          });
    }
  }

  private static byte[] mutant(byte[] sample, Random random) {
    byte[] mutant = sample;
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      mutant = changed(mutant, random);
    }
    return mutant;
  }

  private static byte[] changed(byte[] bytes, Random random) {
    if (bytes.length < 2) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 2 -> {
        byte[] set = bytes.clone();
        set[at] = (byte) random.nextInt(256);
        yield set;
      }
      case 3 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(50)), new byte[0]);
      case 4 -> {
        int from = random.nextInt(bytes.length);
        byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 200));
        yield spliced(bytes, at, at, piece);
      }
      default -> {
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        yield spliced(bytes, at, at, piece.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
    byte[] spliced = new byte[from + piece.length + bytes.length - to];
    System.arraycopy(bytes, 0, spliced, 0, from);
    System.arraycopy(piece, 0, spliced, from, piece.length);
    System.arraycopy(bytes, to, spliced, from + piece.length, bytes.length - to);
    return spliced;
  }
}
