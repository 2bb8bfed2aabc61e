package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.papermap.corpus.CorpusFiles.LONG;
import static org.papermap.corpus.CorpusFiles.file;
import static org.papermap.corpus.CorpusFiles.gzip;
import static org.papermap.corpus.CorpusFiles.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.corpus.ReadReport.Source;

class CorpusReaderTest {
  private static final String ONE = "{\"id\": \"1\", \"title\": \"One\", \"abstract\": \"A\"}\n";
  private static final String TWO = "{\"id\": \"2\", \"title\": \"Two\", \"abstract\": \"B\"}\n";

  @TempDir Path folder;

  @Test
  void reads_the_data_folder_without_a_complaint() throws IOException {
    CorpusReading reading = CorpusReader.read(Path.of("..", "data"));

    assertThat(reading.corpus().size()).isEqualTo(91);
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().sources()).hasSize(1);
  }

  @Test
  void reads_several_files_in_the_order_in_which_they_are_named() throws Exception {
    Path b = file(folder, "b.jsonl", TWO);
    Path a = file(folder, "a.csv", "title,abstract\nOne,A\n");

    CorpusReading reading = CorpusReader.read(b, a);

    assertThat(reading.corpus().papers()).extracting(Paper::title).containsExactly("Two", "One");
    assertThat(reading.report().sources())
        .containsExactly(
            new Source(b.toString(), "JSON Lines", sha256(b), 1, 1),
            new Source(a.toString(), "CSV", sha256(a), 1, 1));
  }

  @Test
  void papers_are_handed_on_one_by_one_with_the_same_account() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("papers.jsonl"),
            """
            {"id": "p1", "title": "A", "abstract": "B"}
            {"id": "p1", "title": "a", "abstract": "b"}
            {"title": "A", "abstract": "b"}
            {"title": "E", "abstract": "F"}
            """);
    List<Paper> papers = new ArrayList<>();

    ReadReport report = CorpusReader.read(List.of(file), ReadOptions.defaults(), papers::add);

    CorpusReading whole = CorpusReader.read(file);
    assertThat(papers).hasSize(2).isEqualTo(whole.corpus().papers());
    assertThat(report).isEqualTo(whole.report());
    assertThatThrownBy(() ->
            CorpusReader.read(
                List.of(file),
                ReadOptions.defaults(),
                _ -> {
                  throw new IOException("disk full");
                }))
        .isInstanceOf(IOException.class)
        .hasMessage("disk full");
  }

  @Test
  void hashes_the_bytes_on_disk_and_not_the_text() throws Exception {
    Path packed = Files.write(folder.resolve("a.jsonl.gz"), gzip(ONE));

    assertThat(CorpusReader.read(packed).report().sources())
        .containsExactly(
            new Source(packed.toString(), "JSON Lines, gzipped", sha256(packed), 1, 1));
  }

  @Test
  void reads_a_folder_by_name_and_lists_what_it_passes_over() throws IOException {
    Path older = Files.createDirectory(folder.resolve("older"));
    file(older, "x.csv", "title,abstract\nThree,C\n");
    Path map = Files.createDirectory(folder.resolve("out"));
    for (String name : List.of("map.html", "map.json", "report.json", "papers.csv")) {
      file(map, name, "title,abstract\nFour,D\n");
    }
    file(folder, "b.json", "[" + TWO + "]");
    file(folder, "a.jsonl", ONE);
    file(folder, ".hidden.jsonl", TWO);
    file(folder, "README.md", "A Heading\n\n" + LONG);
    file(folder, "readme.txt", "A Heading\n\n" + LONG);
    file(folder, "themes.properties", "vision = images");
    file(folder, "notes.txt", "nothing here");
    file(folder, "scores.tsv", "id\tscore\n1\t2\n");
    file(folder, "empty.csv", "");
    file(folder, "page.dat", "A Heading of Papers\n\n" + LONG);

    CorpusReading reading = CorpusReader.read(folder);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One", "Two", "Three");
    assertThat(reading.report().drops()).isEmpty();
    String byName = "not read by its name; name it on its own if it is a corpus";
    assertThat(reading.report().passedOver())
        .extracting(passed -> Path.of(passed.file()).getFileName().toString(), PassedOver::why)
        .containsExactly(
            tuple("README.md", byName),
            tuple("empty.csv", "empty"),
            tuple("notes.txt", "neither JSON, nor a table, nor titles followed by abstracts"),
            tuple("out", "a map that was made before"),
            tuple("page.dat", byName),
            tuple("readme.txt", byName),
            tuple(
                "scores.tsv",
                "a table with no title column and no abstract column, only id, score"),
            tuple("themes.properties", byName));
  }

  @Test
  void reads_what_is_in_zip_and_tar_archives_and_follows_no_path() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, "one/a.jsonl", ONE.getBytes(StandardCharsets.UTF_8));
      put(out, "../../b.jsonl.gz", gzip(TWO));
      put(out, "__MACOSX/._a.jsonl", new byte[] {0, 1});
      put(out, "picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0});
    }
    Path tar = folder.resolve("b.tar.gz");
    try (TarArchiveOutputStream out =
        new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(tar)))) {
      byte[] bytes = "title,abstract\nThree,C\n".getBytes(StandardCharsets.UTF_8);
      TarArchiveEntry entry = new TarArchiveEntry("c.csv");
      entry.setSize(bytes.length);
      out.putArchiveEntry(entry);
      out.write(bytes);
      out.closeArchiveEntry();
    }

    CorpusReading reading = CorpusReader.read(folder);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One", "Two", "Three");
    assertThat(reading.report().sources())
        .extracting(Source::file, Source::format)
        .containsExactly(
            tuple(zip + "/one/a.jsonl", "JSON Lines, in zip"),
            tuple(zip + "/../../b.jsonl.gz", "JSON Lines, in zip"),
            tuple(tar + "/c.csv", "CSV, in tar"));
    assertThat(reading.report().passedOver())
        .containsExactly(new PassedOver(zip + "/picture.png", "a PNG image"));
  }

  @Test
  void refuses_an_archive_that_unpacks_beyond_reason() throws IOException {
    Path bomb = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      out.putNextEntry(new ZipEntry("a.csv"));
      out.write("title,abstract\n".getBytes(StandardCharsets.UTF_8));
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 200; i++) {
        out.write(blanks);
      }
    }

    assertThatThrownBy(() -> CorpusReader.read(bomb))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(
            bomb
                + ": no corpus in this archive, only other things (a.csv: it unpacks to more than"
                + " 200 times its size). Unpack it and name a file.");
  }

  @Test
  void keeps_what_it_read_of_a_broken_file_in_a_folder_and_tells_the_rest() throws IOException {
    Path broken = file(folder, "a.json", "[" + ONE + "," + TWO + ", {\"title\"- ");
    file(folder, "b.jsonl", "{\"title\": \"Three\", \"abstract\": \"C\"}");

    CorpusReading reading = CorpusReader.read(folder);

    assertThat(reading.corpus().papers())
        .extracting(Paper::title)
        .containsExactly("One", "Two", "Three");
    assertThat(reading.report().drops())
        .singleElement()
        .satisfies(drop -> {
          assertThat(drop.file()).isEqualTo(broken.toString());
          assertThat(drop.detail()).startsWith("nothing is read from here on: broken JSON, ");
        });
  }

  private static void put(ZipOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }

  @Test
  void reads_a_file_once_that_is_named_twice() throws IOException {
    Path a = file(folder, "a.jsonl", ONE);

    CorpusReading reading = CorpusReader.read(a, folder, a);

    assertThat(reading.corpus().size()).isEqualTo(1);
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().passedOver())
        .containsExactly(
            new PassedOver(a.toString(), "named before"),
            new PassedOver(a.toString(), "named before"));
  }

  @Test
  void an_id_that_another_paper_has_is_made_unique_and_told() throws IOException {
    Path a = file(folder, "a.jsonl", ONE.replace("\"1\"", "\"smith\""));
    Path b = file(folder, "b.jsonl", TWO.replace("\"2\"", "\" smith \""));

    CorpusReading reading = CorpusReader.read(a, b);

    String id = reading.corpus().paper(1).id();
    assertThat(reading.corpus().paper(0).id()).isEqualTo("smith");
    assertThat(id).matches("smith-[0-9a-f]{6}");
    assertThat(reading.report().drops()).isEmpty();
    assertThat(reading.report().notes())
        .containsExactly(
            new Note(
                b.toString(),
                1,
                "smith is the id of %s:1, too; here it is now %s: Two".formatted(a, id)));
  }

  @Test
  void derives_the_same_id_whatever_case_spaces_and_unicode_form_a_text_has() throws IOException {
    String id = reading(folder, "a.csv", "title,abstract\nCafé Fi,A b\n").corpus().paper(0).id();

    assertThat(id).matches("[0-9a-f]{16}");
    assertThat(reading(folder, "b.csv", "abstract,title\n a  B ,CAFE\u0301 ﬁ\n").corpus().rowOf(id))
        .hasValue(0);
    assertThat(reading(folder, "c.csv", "title,abstract\nCafé,Fi A b\n").corpus().rowOf(id))
        .isEmpty();
  }

  @Test
  void keeps_a_paper_whose_date_or_address_cannot_be_read_and_notes_it() throws IOException {
    Path file = file(folder, "a.csv", "title,abstract,date,url\nOne,A,soon,javascript:alert(1)\n");

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().paper(0).date()).isNull();
    assertThat(reading.corpus().paper(0).url()).isNull();
    assertThat(reading.report().notes())
        .containsExactly(
            new Note(file.toString(), 2, "no date that can be read: soon"),
            new Note(file.toString(), 2, "no http or https address: javascript:alert(1)"));
  }

  @Test
  void reads_windows_1252_with_one_note_a_file() throws IOException {
    byte[] bytes =
        "title,abstract\nOne,A\nGöttingen – Übersicht,„Bäume“\n"
            .getBytes(Charset.forName("windows-1252"));
    Path file = Files.write(folder.resolve("a.csv"), bytes);

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().paper(1).title()).isEqualTo("Göttingen – Übersicht");
    assertThat(reading.corpus().paper(1).abstractText()).isEqualTo("„Bäume“");
    assertThat(reading.report().notes())
        .containsExactly(
            new Note(
                file.toString(),
                3,
                "6 bytes are no UTF-8 and read as Windows-1252; if letters look wrong, name the"
                    + " --encoding"));
  }

  @Test
  void reads_a_stray_byte_in_utf_8_as_windows_1252_and_a_cut_letter_as_unknown()
      throws IOException {
    byte[] text =
        "title,abstract\nÄpfel und Birnen,Öl?\nZwei,Kühe.\n".getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(text, text.length + 12);
    byte[] more = {
      'D', 'r', 'e', 'i', ',', 'K', (byte) 0xFC, 'h', (byte) 0xE2, (byte) 0x82, '.', '\n'
    };
    System.arraycopy(more, 0, bytes, text.length, more.length);

    CorpusReading reading = CorpusReader.read(Files.write(folder.resolve("a.csv"), bytes));

    assertThat(reading.corpus().paper(0).title()).isEqualTo("Äpfel und Birnen");
    assertThat(reading.corpus().paper(2).abstractText()).isEqualTo("Küh\uFFFD.");
    assertThat(reading.report().notes()).extracting(Note::line).containsExactly(4L, 4L);
  }

  @Test
  void reads_utf_16_without_a_mark_and_an_encoding_that_is_named() throws IOException {
    String text = "title,abstract\nΈνα,Δύο λέξεις ακόμη εδώ\nThree and four,Five and six\n";
    Path utf16 =
        Files.write(
            folder.resolve("a.csv"),
            "title,abstract\nOne,Äöü\n".getBytes(StandardCharsets.UTF_16LE));
    Charset windows = Charset.forName("windows-1253");
    Path greek = Files.write(folder.resolve("b.csv"), text.getBytes(windows));

    assertThat(CorpusReader.read(utf16).corpus().paper(0).abstractText()).isEqualTo("Äöü");
    assertThatThrownBy(() -> CorpusReader.read(greek))
        .hasMessageStartingWith(
            greek + ": text in an encoding that is neither UTF-8 nor Windows-1252. ");
    ReadOptions named = ReadOptions.defaults().withEncoding(windows);
    assertThat(CorpusReader.read(List.of(greek), named).corpus().paper(0).title()).isEqualTo("Ένα");
  }

  @Test
  void keeps_control_characters_out_of_papers_and_report() throws IOException {
    String text = "title,abstract,date\n\u001b[31mRed\u202E,A\u0007b,\u001b]0;x\n,\u001b[2JLost,\n";

    CorpusReading reading = reading(folder, "a.csv", text);

    assertThat(reading.corpus().paper(0).title()).isEqualTo("[31mRed");
    assertThat(reading.corpus().paper(0).abstractText()).isEqualTo("Ab");
    assertThat(reading.report().toString()).doesNotContainPattern("[\\p{Cntrl}\\u202E]");
    assertThat(reading.report().drops()).hasSize(1);
  }

  @Test
  void allows_a_corpus_to_turn_out_empty() throws IOException {
    CorpusReading reading = reading(folder, "a.csv", "title,abstract\n,One\n");

    assertThat(reading.corpus().isEmpty()).isTrue();
    assertThat(reading.report().dropCounts()).containsExactly(Map.entry(Reason.NO_TITLE, 1));
  }

  @Test
  void says_in_one_line_what_is_wrong_with_an_input() throws IOException {
    Path missing = folder.resolve("missing\u001b.txt");
    Path empty = file(folder, "empty.txt", " \n");
    Path markup = file(folder, "page.html", "\n<!DOCTYPE html><p>Title");
    Path binary = Files.write(folder.resolve("a.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', 0, 1});
    Path cut = Files.write(folder.resolve("a.gz"), Arrays.copyOf(gzip(ONE.repeat(9)), 30));
    Path nothing = Files.createDirectory(folder.resolve("nothing"));

    assertThatThrownBy(() -> CorpusReader.read(missing))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageEndingWith("missing\\u001b.txt: no such file or folder. Check the path.");
    assertThatThrownBy(() -> CorpusReader.read(empty))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(empty + ": empty. Give a file with papers in it.");
    assertThatThrownBy(() -> CorpusReader.read(markup))
        .hasMessage(
            markup
                + ": a web page in which no papers were found. Export RIS, BibTeX or CSV there, or"
                + " save the page as text.");
    assertThatThrownBy(() -> CorpusReader.read(binary))
        .hasMessageEndingWith(
            "PDF. Export RIS, BibTeX or CSV from your reference manager instead.");
    assertThatThrownBy(() -> CorpusReader.read(cut))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(cut + ": damaged gzip data. Fetch or pack the file again.");
    assertThatThrownBy(() -> CorpusReader.read(nothing))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(nothing + ": an empty folder. Put ");
  }

  @Test
  void refuses_a_folder_of_other_things() throws IOException {
    file(folder, "README.md", "A Heading\n\n" + LONG);

    assertThatThrownBy(() -> CorpusReader.read(folder))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageStartingWith(folder + ": no corpus in this folder, only other things. ");
  }

  @Test
  void refuses_to_read_nothing() {
    assertThatThrownBy(() -> CorpusReader.read(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("inputs: none. Name a file or a folder.");
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  @Test
  void one_letter_tells_a_macintosh_whose_line_ends_are_there() throws IOException {
    byte[] ris =
        "TY  - JOUR\rTI  - Das Stück von Knoten\rAU  - Núñez, Sara\rER  - \r"
            .getBytes(Charset.forName("x-MacRoman"));

    Corpus corpus = CorpusReader.read(Files.write(folder.resolve("old.ris"), ris)).corpus();

    assertThat(corpus.paper(0).title()).isEqualTo("Das Stück von Knoten");
    assertThat(corpus.paper(0).authors()).containsExactly("Núñez, Sara");
  }

  @Test
  void reads_letters_of_old_macintosh_computers_with_a_note() throws IOException {
    String ris =
        "TY  - JOUR\rTI  - Étude des forêts boréales et de leurs façades\rAB  - Les forêts reculent"
            + " déjà à l’est, où les étés sont près de finir.\rER  - \r";
    Path mac = Files.write(folder.resolve("mac.ris"), ris.getBytes(Charset.forName("x-MacRoman")));

    CorpusReading reading = CorpusReader.read(mac);

    assertThat(reading.corpus().paper(0).title())
        .isEqualTo("Étude des forêts boréales et de leurs façades");
    assertThat(reading.corpus().paper(0).abstractText()).startsWith("Les forêts reculent déjà");
    assertThat(reading.report().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("read as Mac OS Roman"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Abstract: We study knots.             | We study knots.
          ABSTRACT We study knots.              | We study knots.
          Abstract—Knots hold.                  | Knots hold.
          Abstract - Background Knots hold.     | Background Knots hold.
          Abstract Objective: To see knots.     | Objective: To see knots.
          Abstract Anglers fear beavers here.   | Anglers fear beavers here.
          Abstract Meaning Representation holds | Abstract Meaning Representation holds
          ABSTRACT MEANING holds a text         | ABSTRACT MEANING holds a text
          Abstract-level screening takes time   | Abstract-level screening takes time
          摘要：本文研究结。                      | 本文研究结。
          """)
  void the_word_above_an_abstract_is_no_part_of_it(String given, String read) throws IOException {
    Corpus corpus =
        reading(folder, "one.csv", "title,abstract\nKnots in ropes,\"" + given + "\"\n").corpus();

    assertThat(corpus.paper(0).abstractText()).isEqualTo(read);
  }

  @Test
  void a_template_of_a_web_site_has_no_papers() throws IOException {
    Path template =
        file(
            folder,
            "search.json",
            """
            ---
            layout: none
            ---
            [
            {% for post in site.posts %}
              {
                "title" : "{{ post.title | escape }}",

                "category" : "{{ post.category }} and more of the same, so that it is long"
              }
            {% endfor %}
            ]
            """);

    assertThatThrownBy(() -> CorpusReader.read(template))
        .hasMessageContaining("a template of a web site");
  }

  @Test
  void an_archive_in_an_archive_is_refused_by_its_name() throws IOException {
    Path inner = folder.resolve("inner.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(inner))) {
      put(out, "b.jsonl", ONE.getBytes(StandardCharsets.UTF_8));
    }
    Path outer = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      put(out, "inner.zip", Files.readAllBytes(inner));
    }

    assertThatThrownBy(() -> CorpusReader.read(outer))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageContaining("(inner.zip: an archive in an archive; unpack it)");
  }

  @Test
  void an_archive_that_is_cut_off_is_refused() throws IOException {
    Path whole = folder.resolve("whole.zip");
    String text =
        "title,abstract\nOne," + LONG + "\nTwo,\n" + "Ada Lind ties knots 4711\n".repeat(99);
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(whole))) {
      put(out, "a.csv", text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, 100));

    assertThatThrownBy(() -> CorpusReader.read(cut))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessageContaining("a damaged archive");
  }

  @Test
  void japanese_that_escapes_lead_into_is_read() throws IOException {
    String ris = "TY  - JOUR\nTI  - 浅い河口の春\nAB  - 光が十分になったときに始まる。\nER  - \n";
    Path file = Files.write(folder.resolve("j.ris"), ris.getBytes(Charset.forName("ISO-2022-JP")));

    assertThat(CorpusReader.read(file).corpus().paper(0).title()).isEqualTo("浅い河口の春");
  }

  @ParameterizedTest
  @CsvSource({
    "Shift_JIS,浅い河口における春の始まりを調べた",
    "EUC-JP,浅い河口における春の始まりを調べた",
    "EUC-KR,얕은 하구에서의 봄철 대발생을 조사한다",
    "GB18030,本文研究了浅水河口中春季藻华的起始时刻",
    "Big5,本文研究了淺水河口中春季藻華的起始時刻",
    "windows-1251,Мы изучаем начало весеннего цветения в эстуариях",
    "KOI8-R,Мы изучаем начало весеннего цветения в эстуариях",
    "IBM866,Мы изучаем начало весеннего цветения в эстуариях"
  })
  void encodings_of_other_languages_are_told_by_their_letters(String encoding, String title)
      throws IOException {
    String ris = "TY  - JOUR\nTI  - %s\nAU  - Ada Lind\nER  - \n".formatted(title);
    Path file = Files.write(folder.resolve("a.ris"), ris.getBytes(Charset.forName(encoding)));

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().paper(0).title()).isEqualTo(title);
    assertThat(reading.report().notes())
        .singleElement()
        .satisfies(note -> assertThat(note.text()).contains("name the --encoding"));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250,Żółć łąkowa i gęś: badanie źródeł państwa,Wałęsa; Zięba",
    "ISO-8859-2,Żółć łąkowa i gęś: badanie źródeł państwa,Wałęsa; Zięba",
    "windows-1250,Měření příjmů středních řek a věž,Dvořák; Němec",
    "ISO-8859-2,Měření příjmů středních řek a věž,Dvořák; Němec",
    "windows-1250,A vidéki erdők hűvös időjárása és gyűjtők,Szűcs; Győri",
    "windows-1254,Sığ haliçlerde ilkbahar başlangıcı ve yağışın etkisi,Yıldız; Oğuz",
    "windows-1252,På søkte å måle født ærlig på øyer,Sørensen; Ødegård",
    "windows-1252,Þegar maðurinn fór að sjá bæinn við ána,Guðmundsson; Sigurðardóttir",
    "windows-1252,Où est le cœur du système à l'été,Bédard; Gagné",
    "windows-1252,Avaliações e opiniões às vezes são,João; Simões",
    "windows-1253,Μελετούμε την έναρξη της άνθισης στις εκβολές,Παπαδόπουλος",
    "windows-1255,אנו חוקרים את תחילת הפריחה באביב בשפכים,כהן",
    "windows-1256,ندرس بداية الازدهار الربيعي في مصبات الأنهار,الخطيب"
  })
  void single_bytes_are_told_by_the_letters_of_their_languages(
      String encoding, String title, String authors) throws IOException {
    String csv = "title;authors;year\n%s;\"%s\";2020\n".formatted(title, authors);
    Path file = Files.write(folder.resolve("a.csv"), csv.getBytes(Charset.forName(encoding)));

    CorpusReading reading = CorpusReader.read(file);

    assertThat(reading.corpus().paper(0).title()).isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bzip2", "zstd"})
  void what_is_packed_otherwise_is_unpacked_and_damage_is_told(String name) throws Exception {
    String ris = "TY  - JOUR\nTI  - Knots that hold\nAB  - %s\nER  - \n".formatted(LONG);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out =
        new CompressorStreamFactory().createCompressorOutputStream(name, packed)) {
      out.write(ris.repeat(200).getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    Path whole = Files.write(folder.resolve("whole"), bytes);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 9));

    CorpusReading reading = CorpusReader.read(whole);

    assertThat(reading.corpus().size()).isEqualTo(1);
    assertThat(reading.report().rows()).isEqualTo(200);
    assertThatThrownBy(() -> CorpusReader.read(cut))
        .isInstanceOf(CorpusFormatException.class)
        .hasMessage(
            cut
                + ": damaged %s data. Fetch or pack the file again."
                    .formatted(name.equals("zstd") ? "Zstandard" : name));
  }
}
