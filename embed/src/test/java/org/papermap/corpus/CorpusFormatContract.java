package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.papermap.corpus.CorpusFiles.LONG;
import static org.papermap.corpus.CorpusFiles.file;
import static org.papermap.corpus.CorpusFiles.gzip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.files.Sha256;

/// What every format does alike.
public abstract class CorpusFormatContract {
  /// A title and an abstract, which may be empty.
  record Texts(String title, String abstractText) {}

  private static final List<Texts> PAPERS =
      List.of(
          new Texts("Attention, and \"all\" you need; or not?", "First. " + LONG),
          new Texts("</script><b>Bold</b> claims & entities &amp; such", "Second. " + LONG),
          new Texts("תרגום מכונה עם רשתות", "שלישי. " + LONG),
          new Texts("Emoji 👩‍🔬 in 𝒮cience", "Fourth, with é and ß and 漢字. " + LONG),
          new Texts("Plain title in the end", "Fifth. " + LONG));

  /// The same without markup.
  private static final List<Texts> READ =
      PAPERS.stream()
          .map(it ->
              new Texts(
                  it.title().equals(PAPERS.get(1).title())
                      ? "</script>Bold claims & entities & such"
                      : it.title(),
                  it.abstractText()))
          .toList();

  /// What every format must give for these papers, their ids derived; computed apart from this
  /// code, with Python's hashlib and unicodedata.
  private static final String CONTENT_HASH =
      "85b72f69b35febff7f7cea8b337ffeb37dc88662d2b3020b22e666be3f86000e";

  @TempDir Path folder;

  /// The papers written in this format.
  abstract String write(List<Texts> papers);

  /// What the report calls the format.
  abstract String words();

  /// The line where the paper at this place begins, in a file of papers that have no line breaks.
  abstract long lineOf(int place);

  /// SHA-256 over ids and texts in order.
  private static String contentHash(CorpusReading reading) {
    return Sha256.hex(
        reading.corpus().papers().stream()
            .map(paper -> paper.id() + "\0" + paper.text() + "\0")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void gives_the_same_corpus_as_every_other_format() throws IOException {
    CorpusReading reading = CorpusReader.read(file(folder, "papers", write(PAPERS)));

    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().navigation()).isEmpty();
    assertThat(reading.corpus().papers())
        .extracting(paper -> new Texts(paper.title(), paper.abstractText()))
        .isEqualTo(READ);
    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
  }

  @Test
  void reads_the_same_when_gzipped_whatever_the_name() throws IOException {
    Path packed = Files.write(folder.resolve("packed.dat"), gzip(write(PAPERS)));

    CorpusReading reading = CorpusReader.read(packed);

    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
    assertThat(reading.report().sources())
        .singleElement()
        .satisfies(source -> assertThat(source.format()).isEqualTo(words() + ", gzipped"));
  }

  @Test
  void reads_the_same_with_a_byte_order_mark() throws IOException {
    CorpusReading reading = CorpusReader.read(file(folder, "papers", "\uFEFF" + write(PAPERS)));

    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
  }

  @Test
  void reads_the_same_in_utf_16() throws IOException {
    byte[] utf16 = ("\uFEFF" + write(PAPERS)).getBytes(StandardCharsets.UTF_16LE);

    CorpusReading reading = CorpusReader.read(Files.write(folder.resolve("papers"), utf16));

    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
  }

  @Test
  void reads_the_same_with_windows_line_ends() throws IOException {
    String text = write(PAPERS).replace("\n", "\r\n");

    CorpusReading reading = CorpusReader.read(file(folder, "papers", text));

    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
  }

  @Test
  void reads_the_same_without_a_final_line_end() throws IOException {
    String text = write(PAPERS).stripTrailing();

    CorpusReading reading = CorpusReader.read(file(folder, "papers", text));

    assertThat(contentHash(reading)).isEqualTo(CONTENT_HASH);
  }

  @Test
  void refuses_a_gzipped_file_that_is_cut_off_in_the_middle() throws IOException {
    Random random = new Random(1);
    List<Texts> many =
        IntStream.range(0, 2_000)
            .mapToObj(i -> new Texts("Paper number " + i, random.nextLong() + " " + LONG))
            .toList();
    byte[] whole = gzip(write(many));
    Path cut = Files.write(folder.resolve("cut.gz"), Arrays.copyOf(whole, whole.length * 9 / 10));

    assertThatThrownBy(() -> CorpusReader.read(cut))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(cut + ": damaged gzip data. Fetch or pack the file again.");
  }

  @Test
  void keeps_the_first_of_equal_papers_and_tells_where_it_stands() throws IOException {
    Texts again = new Texts("PLAIN title in the  end", "Fifth. " + LONG);
    Path file = file(folder, "papers", write(List.of(PAPERS.get(4), PAPERS.get(0), again)));

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly(PAPERS.get(4).title(), PAPERS.get(0).title());
    assertThat(reading.report().drops())
        .containsExactly(
            new Drop(
                file.toString(),
                lineOf(2),
                Reason.DUPLICATE,
                "as %s:%d: PLAIN title in the end".formatted(file, lineOf(0))));
    assertThat(reading.report().rows()).isEqualTo(3);
    assertThat(reading.report().kept()).isEqualTo(2);
  }

  @Test
  void keeps_a_paper_without_an_abstract_and_tells_its_line() throws IOException {
    Texts bare = new Texts("A title that stands alone", "");
    Path file = file(folder, "papers", write(List.of(PAPERS.get(0), bare, PAPERS.get(4))));

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().size()).isEqualTo(3);
    assertThat(reading.corpus().paper(1).hasAbstract()).isFalse();
    assertThat(reading.corpus().paper(1).text()).isEqualTo("A title that stands alone");
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().bare())
        .containsExactly(
            new ReadReport.Line(file.toString(), lineOf(1), "A title that stands alone"));
  }

  @Test
  void drops_a_paper_without_an_abstract_where_one_is_asked_for() throws IOException {
    Texts bare = new Texts("A title that stands alone", "");
    Path file = file(folder, "papers", write(List.of(PAPERS.get(0), bare, PAPERS.get(4))));

    CorpusReading reading =
        CorpusReader.read(List.of(file), ReadOptions.defaults().withAbstractRequired(true));

    assertThat(reading.corpus().size()).isEqualTo(2);
    assertThat(reading.report().drops())
        .singleElement()
        .satisfies(drop -> {
          assertThat(drop.line()).isEqualTo(lineOf(1));
          assertThat(drop.reason()).isEqualTo(Reason.NO_ABSTRACT);
          assertThat(drop.detail()).contains("A title that stands alone");
        });
  }
}
