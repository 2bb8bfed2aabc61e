package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.map.MappedPaper;
import org.papermap.viz.MapReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `papermap diff` and `papermap digest`: what has changed since the last map.
class WeeklyMapTest {
  private static final String DATA = Path.of("..", "data").toString();

  @TempDir private static Path common;
  @TempDir private Path folder;

  private static String last = "";
  private static String next = "";

  /// The ids of the papers that are new on the next map: every ninth.
  private static final List<String> NEW = new ArrayList<>();

  @BeforeAll
  static void make_two_maps() throws IOException {
    last = common.resolve("last").toString();
    next = common.resolve("next").toString();
    Path table = common.resolve("all.csv");
    String all = common.resolve("all").toString();
    assertDone(Outcome.of("map", DATA, "--no-meaning", "--out", all));
    assertDone(Outcome.of("extract", all + "/map.html", "--out", table.toString()));
    List<String> lines = Files.readAllLines(table);
    List<MappedPaper> papers = MapReader.read(Path.of(all, "map.html")).papers();
    StringBuilder some = new StringBuilder(lines.getFirst() + "\n");
    for (int row = 0; row < papers.size(); row++) {
      if (row % 9 == 0) {
        NEW.add(papers.get(row).id());
      } else {
        some.append(lines.get(row + 1)).append('\n');
      }
    }
    Path fewer = Files.writeString(common.resolve("fewer.csv"), some);
    assertDone(Outcome.of("map", fewer.toString(), "--no-meaning", "--out", last));
    assertDone(Outcome.of("map", table.toString(), "--no-meaning", "--like", last, "--out", next));
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }

  private static JsonNode diff(String earlier, String later) {
    Outcome outcome = Outcome.of("diff", earlier, later, "--json");
    assertDone(outcome);
    return JsonMapper.shared().readTree(outcome.out());
  }

  private static List<String> ids(JsonNode papers) {
    return papers.valueStream().map(it -> it.get("id").asString()).toList();
  }

  @Test
  void a_map_and_itself_differ_in_nothing() throws IOException {
    Path page = folder.resolve("diff.html");

    Outcome told = Outcome.of("diff", next, next + "/map.html", "--out", page.toString());

    assertDone(told);
    assertThat(told.out()).startsWith("Nothing changed.\n");
    assertThat(page).content().contains("\"nothingChanged\":true");
    assertThat(diff(next, next).get("nothingChanged").asBoolean()).isTrue();
    Outcome letter = Outcome.of("digest", "--since", next, next);
    assertThat(letter.out()).contains("Nothing is new, and nothing is gone: 91 papers, as before.");
  }

  @Test
  void new_and_gone_papers_are_those_that_came_and_went() {
    JsonNode forth = diff(last, next);
    assertThat(ids(forth.get("arrived"))).isEqualTo(NEW);
    assertThat(forth.get("gone").isEmpty()).isTrue();
    assertThat(forth.get("shared").asInt()).isEqualTo(91 - NEW.size());
    assertThat(forth.get("topics").valueStream())
        .anyMatch(it -> it.get("changes").toString().contains("GREW"));

    JsonNode back = diff(next, last);
    assertThat(ids(back.get("gone"))).isEqualTo(NEW);
    assertThat(back.get("arrived").isEmpty()).isTrue();

    Outcome told = Outcome.of("diff", last, next);
    assertThat(told.out()).contains("Papers  11 new, 0 gone, the others have not moved\n");
  }

  @Test
  void the_letter_tells_each_new_paper_with_the_nearest_old_one() throws IOException {
    Path file = folder.resolve("letter.md");

    assertDone(Outcome.of("digest", "--since", last, next, "--out", file.toString()));

    String letter = Files.readString(file);
    assertThat(letter)
        .startsWith("# What is new on “Paper map”")
        .contains("11 papers are new, 91 in all.")
        .contains("## To begin with", "**In the middle of their topics:**")
        .contains("**Unlike what was there:**", "## Topic by topic", " new, ");
    String topics = letter.substring(letter.indexOf("## Topic by topic"));
    MapReader.read(Path.of(next, "map.html")).papers().stream()
        .filter(it -> NEW.contains(it.id()))
        .forEach(it ->
            assertThat(topics.lines().filter(line -> line.startsWith("- ")))
                .anyMatch(line ->
                    line.replace("\\", "").contains(it.title())
                        && line.contains("; nearest of the old ones ")));
    Outcome printed = Outcome.of("digest", "--since", last, next);
    assertThat(printed.out()).isEqualTo(letter);
  }

  @Test
  void a_page_that_lies_alone_gives_the_same_letter() throws IOException {
    Path alone = Files.copy(Path.of(next, "map.html"), folder.resolve("june.html"));

    Outcome letter = Outcome.of("digest", "--since", last, alone.toString());

    assertDone(letter);
    assertThat(letter.out()).isEqualTo(Outcome.of("digest", "--since", last, next).out());
  }

  @Test
  void files_of_others_are_not_written_over() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.html"), "<p>mine</p>");
    Path list = Files.writeString(folder.resolve("list.md"), "# Mine\n");
    for (Outcome outcome :
        List.of(
            Outcome.of("diff", last, next, "--out", notes.toString()),
            Outcome.of("digest", "--since", last, next, "--out", list.toString()),
            Outcome.of("diff", last, next, "--out", next + "/map.html"))) {
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.USAGE);
      assertThat(outcome.err().lines()).hasSize(1);
    }
    assertThat(notes).content().isEqualTo("<p>mine</p>");
    assertThat(list).content().isEqualTo("# Mine\n");
    // What they have written themselves may be written again.
    Path page = folder.resolve("diff.html");
    assertDone(Outcome.of("diff", last, next, "--out", page.toString()));
    assertDone(Outcome.of("diff", last, next, "--out", page.toString()));
  }

  @Test
  void what_is_no_map_is_told_in_a_line() {
    for (Outcome outcome :
        List.of(
            Outcome.of("diff", last, folder.toString()),
            Outcome.of("digest", "--since", common.resolve("fewer.csv").toString(), next))) {
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(outcome.err().lines()).hasSize(1);
    }
    assertThat(Outcome.of("digest", next).err()).contains("--since OLD: missing. Give it.");
  }
}
