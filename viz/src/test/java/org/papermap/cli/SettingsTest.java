package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.map.MapDescription;
import org.papermap.viz.MapReader;

/// Options of `papermap map` that stand in a file or in a map, in place of the command line.
class SettingsTest {
  private static final Path DATA = Path.of("..", "data");

  @TempDir private Path folder;

  private Path papers;
  private Path out;

  @BeforeEach
  void put_the_papers_in_a_folder() throws IOException {
    papers = Files.createDirectory(folder.resolve("papers"));
    out = folder.resolve("out");
    Files.copy(DATA.resolve("efficiency-papers.txt"), papers.resolve("efficiency-papers.txt"));
    Files.copy(DATA.resolve("themes.properties"), folder.resolve("subjects.properties"));
  }

  private void settings(String... lines) throws IOException {
    Files.write(papers.resolve("papermap.properties"), List.of(lines));
  }

  private static Outcome map(Object... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "map";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Outcome.of(all);
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }

  @Test
  void the_file_beside_the_papers_sets_options_and_the_command_line_counts_before_it()
      throws IOException {
    settings("# of the group", "topics = 4", "title = Thursday", "meaning = false", "out = map");

    Outcome made = map(papers, "--title", "Friday");

    assertDone(made);
    assertThat(made.err()).contains("settings: from " + papers.resolve("papermap.properties"));
    MapDescription map = MapReader.read(papers.resolve("map/map.html"));
    assertThat(map.topics()).hasSize(4);
    assertThat(map.title()).isEqualTo("Friday");
    assertThat(map.provenance().options())
        .containsEntry("topics", "4")
        .containsEntry("title", "Friday")
        .containsEntry("meaning", "false")
        .containsEntry("model", "all-MiniLM-L6-v2")
        .doesNotContainKey("out");
  }

  @Test
  void every_setting_is_explained_with_the_place_where_it_stands() throws IOException {
    settings("topics = 4", "", "seed = 7", "meaning = true", "require-abstract = true");

    Outcome told = map(papers, "--explain", "--seed", "9", "--no-meaning", "--out", out);

    assertDone(told);
    String file = papers.resolve("papermap.properties").toString();
    assertThat(told.out().lines())
        .anyMatch(it -> it.matches("input +command line +\\Q" + papers + "\\E"))
        .anyMatch(it -> it.matches("topics +\\Q" + file + "\\E:1 +4"))
        .anyMatch(it -> it.matches("seed +command line +9"))
        .anyMatch(it -> it.matches("meaning +command line +false"))
        .anyMatch(it -> it.matches("require-abstract +\\Q" + file + "\\E:5 +true"))
        .anyMatch(it -> it.matches("clusters +default +auto"))
        .noneMatch(it -> it.startsWith("settings") || it.startsWith("help"));
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          topcis = 4           | unknown key "topcis". Write the name of an option
          topics = many        | topics: many. Give auto, or 1 or more.
          topics               | "topics". Write the name of an option
          seed = 7.5           | seed: 7.5. Give a whole number.
          meaning = perhaps    | meaning: perhaps. Give true or false.
          seed =               | seed has no value. Give one, or leave the line out.
          explain = true       | unknown key "explain".
          trust-model = true   | trust-model in a file that nobody named.
          network = true       | network in a file that nobody named.
          """)
  void a_line_that_is_no_setting_is_told_with_its_number(String line, String told)
      throws IOException {
    settings("# first", line);

    Outcome outcome = map(papers, "--out", out);

    assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("papermap: " + papers.resolve("papermap.properties") + ":2: " + told);
    assertThat(out).doesNotExist();
  }

  @Test
  void what_is_wrong_on_the_command_line_is_not_the_fault_of_the_file() throws IOException {
    settings("topics = 4");

    Outcome outcome = map(papers, "--topics", "many");

    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).startsWith("papermap: topics: many. Give auto, or 1 or more.");
  }

  @Test
  void a_named_file_may_name_papers_and_files_as_seen_from_its_own_folder() throws IOException {
    Path file =
        Files.write(
            folder.resolve("thursday.properties"),
            List.of(
                "input = papers/efficiency-papers.txt",
                "themes = subjects.properties",
                "trust-model = false",
                "out = made"));

    Outcome made = map("--settings", file, "--no-meaning");

    assertDone(made);
    assertThat(made.out()).contains("Papers    91 kept of 91").contains("Themes    Diffusion");
    assertThat(folder.resolve("made/map.html")).exists();
  }

  @Test
  void two_files_beside_the_papers_are_one_too_many() throws IOException {
    settings("topics = 4");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.copy(papers.resolve("papermap.properties"), other.resolve("papermap.properties"));
    Files.copy(papers.resolve("efficiency-papers.txt"), other.resolve("more.txt"));

    Outcome outcome = map(papers, other.resolve("more.txt"), "--out", out);

    assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains("Name one by --settings.");
  }

  @Test
  void a_map_is_made_again_with_all_it_was_made_with() throws IOException {
    settings("topics = 5", "seed = 3");
    Path themes = folder.resolve("subjects.properties");
    assertDone(map(papers, "--out", out, "--title", "Once", "--themes", themes, "--no-meaning"));
    // Settings that came later do not count.
    settings("topics = 9");
    Path again = folder.resolve("again");

    Outcome made = map("--again", out, papers.resolve("efficiency-papers.txt"), "--out", again);

    assertDone(made);
    assertThat(again.resolve("map.html")).hasSameBinaryContentAs(out.resolve("map.html"));
    Path third = folder.resolve("third");
    assertDone(map("--again", out.resolve("map.html"), papers, "--out", third, "--topics", "6"));
    assertThat(MapReader.read(third.resolve("map.html")).topics()).hasSize(6);
    assertThat(MapReader.read(third.resolve("map.html")).title()).isEqualTo("Once");
  }

  @Test
  void files_of_a_map_are_found_beside_it_by_name_and_hash_or_asked_for() throws IOException {
    Path themes = folder.resolve("subjects.properties");
    Path file = papers.resolve("efficiency-papers.txt");
    assertDone(map(file, "--out", out, "--themes", themes, "--no-meaning"));
    Path again = folder.resolve("again");
    Path away = Files.createDirectories(folder.resolve("far/away")).resolve("papers");
    Files.move(papers, away);

    Outcome without = map("--again", out, "--out", again);
    assertThat(without.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(without.err())
        .contains(
            "made from efficiency-papers.txt, which is not here or has changed. Give its INPUT.");
    Files.move(away, folder.resolve("papers"));
    assertDone(map("--again", out, "--out", again));
    assertThat(again.resolve("map.html")).hasSameBinaryContentAs(out.resolve("map.html"));

    Files.writeString(themes, "theme.1.name = Other\ntheme.1.phrases = other things\n");
    Outcome changed = map("--again", out, "--out", folder.resolve("third"));
    assertThat(changed.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(changed.err())
        .contains("its file for --themes (subjects.properties sha256 ")
        .contains("is not here or has changed. Name it by --themes.");
    assertThat(folder.resolve("third")).doesNotExist();
  }

  @Test
  void a_map_of_a_table_that_was_edited_in_the_folder_of_the_map_before_is_made_again()
      throws IOException {
    assertDone(map(papers, "--out", out, "--no-meaning"));
    Path table = out.resolve("topics.csv");
    String first = MapReader.read(out.resolve("map.html")).topics().getFirst().name();
    Files.writeString(
        table, Files.readString(table).replace("," + first + ",", ",Words of our own,"));
    Path next = folder.resolve("next");
    assertDone(map(papers, "--out", next, "--topics", table, "--no-meaning"));
    assertThat(MapReader.read(next.resolve("map.html")).topics().getFirst().name())
        .isEqualTo("Words of our own");
    Path again = folder.resolve("again");

    assertDone(map("--again", next, "--out", again));

    assertThat(again.resolve("map.html")).hasSameBinaryContentAs(next.resolve("map.html"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "trust-model":"true"              | carries an option "trust-model", which does not exist here.
          "out":"/tmp/elsewhere"            | carries an option "out", which does not exist here.
          "help":"true"                     | carries an option "help", which does not exist here.
          "model":"../papers"               | made with the model ../papers, which is not in
          "model":"djl://x"                 | made with the model djl://x, which is not in
          "labels":"/etc/passwd"            | its file for --labels (/etc/passwd) is not here
          "labels":"../../etc/passwd sha256 @" | its file for --labels (../../etc/passwd sha256
          "topics":"/etc/passwd.csv"        | its file for --topics (/etc/passwd.csv) is not here
          "seed":"many"                     | seed: many. Give a whole number.
          """)
  void a_page_leads_to_nothing_but_what_lies_beside_it(String option, String told)
      throws IOException {
    assertDone(map(papers, "--out", out, "--no-meaning"));
    String page = Files.readString(out.resolve("map.html"));
    String carried = "\"options\":{";
    assertThat(page).contains(carried + "\"model\":\"all-MiniLM-L6-v2\"");
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.html"),
            page.replaceFirst(
                "\"options\":\\{[^}]*}", carried + option.replace("@", "0".repeat(64)) + "}"));

    Outcome outcome = map("--again", hostile, papers, "--out", folder.resolve("again"));

    assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("hostile.html: " + told);
  }

  @Test
  void a_map_of_an_earlier_version_carries_nothing_and_says_so() throws IOException {
    assertDone(map(papers, "--out", out, "--no-meaning"));
    Path older =
        Files.writeString(
            folder.resolve("older.html"),
            Files.readString(out.resolve("map.html"))
                .replaceFirst(",\"options\":\\{[^}]*},\"stages\":\\{[^}]*}", ""));

    assertDone(Outcome.of("inspect", older.toString()));
    for (Outcome outcome :
        List.of(map("--again", older, papers), Outcome.of("verify", older.toString()))) {
      assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(outcome.err()).contains("older.html: an earlier version made it");
    }
  }
}
