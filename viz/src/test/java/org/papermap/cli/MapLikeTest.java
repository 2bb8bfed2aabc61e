package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.topic.Topic;
import org.papermap.viz.MapReader;

/// `papermap map --like`: a map of more papers that its readers find their way about in.
class MapLikeTest {
  private static final String DATA = Path.of("..", "data").toString();

  @TempDir private Path folder;

  private Path first;
  private Path next;

  /// A map of all papers but every ninth.
  @BeforeEach
  void make_the_first_map() throws IOException {
    first = folder.resolve("first");
    next = folder.resolve("next");
    Path table = folder.resolve("all.csv");
    assertDone(map(DATA, "--out", folder.resolve("all").toString()));
    assertDone(
        Outcome.of(
            "extract", folder.resolve("all/map.html").toString(), "--out", table.toString()));
    List<String> lines = Files.readAllLines(table);
    assertThat(lines).as("a line a paper").hasSize(92);
    StringBuilder some = new StringBuilder();
    for (int line = 0; line < lines.size(); line++) {
      some.append(line % 9 == 1 ? "" : lines.get(line) + "\n");
    }
    Path fewer = Files.writeString(folder.resolve("fewer.csv"), some);
    assertDone(map(fewer.toString(), "--out", first.toString()));
  }

  private static Outcome map(String papers, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "map";
    arguments[1] = papers;
    arguments[2] = "--no-meaning";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Outcome.of(arguments);
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.OK);
  }

  @Test
  void papers_stay_where_they_were_and_topics_keep_name_and_colour() throws IOException {
    Outcome made = map(DATA, "--out", next.toString(), "--like", first.toString());

    assertDone(made);
    assertThat(made.out())
        .containsPattern("Earlier +80 papers of the earlier map keep their places")
        .contains("New       11 papers since the map before, 0 gone");
    assertThat(next.resolve("report.json"))
        .content()
        .containsPattern(
            "\"likeEarlierMap\" : \\{\\s+\"papers\" : 80,\\s+\"medianMove\" :"
                + " 0\\.0,\\s+\"ninetiethMove\" : 0\\.0")
        .contains("\"like\" : \"sha256 ")
        .contains("\"edition\" : 2,");
    assertThat(Files.readAllLines(next.resolve("papers.csv")))
        .as("papers with the map that had them first")
        .filteredOn(line -> line.endsWith(",2"))
        .hasSize(11);
    assertThat(next.resolve("papers.csv"))
        .content()
        .startsWith("id,title,")
        .contains(",since,edition\n");
    MapDescription before = MapReader.read(first.resolve("map.html"));
    MapDescription after = MapReader.read(next.resolve("map.html"));
    assertThat(greatestMove(before, after)).isEqualTo(0);
    assertThat(greatestMove(before, MapReader.read(folder.resolve("all/map.html"))))
        .as("without --like")
        .isGreaterThan(0.1);
    Map<String, Integer> hues =
        before.topics().stream().collect(Collectors.toMap(Topic::name, it -> hue(before, it)));
    assertThat(after.topics())
        .filteredOn(it -> hues.containsKey(it.name()))
        .hasSizeGreaterThan(2)
        .allSatisfy(it -> assertThat(hue(after, it)).isEqualTo(hues.get(it.name())));
  }

  @Test
  void a_refit_moves_papers_but_not_far_and_measures_topics_again() throws IOException {
    Outcome made = map(DATA, "--out", next.toString(), "--like", first.toString(), "--refit");

    assertDone(made);
    assertThat(made.out())
        .containsPattern("80 papers were on the earlier map: half moved less than \\d");
    assertThat(next.resolve("report.json"))
        .content()
        .contains("\"stability\" : 0.")
        .contains("\"refit\" : \"true\"");
    MapDescription before = MapReader.read(first.resolve("map.html"));
    double move = greatestMove(before, MapReader.read(next.resolve("map.html")));
    assertThat(move).isGreaterThan(0).isLessThan(0.5);
  }

  @Test
  void a_refit_without_an_earlier_map_and_a_day_before_it_are_refused() {
    Path dated = folder.resolve("dated");
    assertDone(map(DATA, "--out", dated.toString(), "--as-of", "2026-05-12"));

    Outcome alone = map(DATA, "--out", next.toString(), "--refit");
    Outcome before =
        map(DATA, "--out", next.toString(), "--like", dated.toString(), "--as-of", "2026-05-11");

    assertThat(alone.status()).isEqualTo(ExitCode.USAGE);
    assertThat(alone.err()).contains("--refit: there is no earlier map. Give one with --like");
    assertThat(before.status()).isEqualTo(ExitCode.USAGE);
    assertThat(before.err())
        .contains(
            "day: 2026-05-11, and the earlier map is of 2026-05-12. Give that day or a later one.");
    assertThat(next).doesNotExist();
  }

  @Test
  void an_edited_table_of_topics_merges_and_renames_and_the_next_map_keeps_it_so()
      throws IOException {
    // Given a table in which the second topic is part of the first, under a name of the reader's
    List<String> rows = Files.readAllLines(first.resolve("topics.csv"));
    StringBuilder edited = new StringBuilder();
    for (String row : rows) {
      String[] cells = row.split(",", 4);
      String changed =
          switch (cells[0]) {
            case "0" -> "0," + cells[1] + ",Our own words," + cells[3];
            case "1" -> "1,0," + cells[2] + "," + cells[3];
            default -> row;
          };
      edited.append(changed).append('\n');
    }
    Path table = Files.writeString(folder.resolve("edited.csv"), edited);

    assertDone(
        map(
            DATA,
            "--out",
            next.toString(),
            "--like",
            first.toString(),
            "--topics",
            table.toString()));
    Path third = folder.resolve("third");
    assertDone(map(DATA, "--out", third.toString(), "--like", next.toString()));

    int before = MapReader.read(first.resolve("map.html")).topics().size();
    for (Path folder : List.of(next, third)) {
      MapDescription after = MapReader.read(folder.resolve("map.html"));
      assertThat(after.topics()).hasSize(before - 1);
      assertThat(after.topics()).filteredOn(it -> it.name().equals("Our own words")).hasSize(1);
    }
  }

  @Test
  void papers_stay_though_those_at_the_edge_of_the_map_have_left() throws IOException {
    // Given the rightmost and the leftmost papers leave one map, and come back on the next
    Path all = folder.resolve("all");
    List<MappedPaper> papers = MapReader.read(all.resolve("map.html")).papers();
    List<String> lines = Files.readAllLines(folder.resolve("all.csv"));
    StringBuilder inner = new StringBuilder(lines.getFirst() + "\n");
    for (int row = 0; row < papers.size(); row++) {
      float x = papers.get(row).x();
      inner.append(x > 0.1 && x < 0.9 ? lines.get(row + 1) + "\n" : "");
    }
    Path fewer = Files.writeString(folder.resolve("inner.csv"), inner);
    Path second = folder.resolve("second");

    assertDone(map(fewer.toString(), "--out", second.toString(), "--like", all.toString()));
    assertDone(map(DATA, "--out", next.toString(), "--like", second.toString()));

    MapDescription before = MapReader.read(second.resolve("map.html"));
    assertThat(before.papers()).hasSizeLessThan(91);
    assertThat(greatestMove(before, MapReader.read(next.resolve("map.html")))).isEqualTo(0);
  }

  private static int hue(MapDescription map, Topic topic) {
    return Objects.requireNonNull(map.hues().get(topic.number()));
  }

  private static double greatestMove(MapDescription before, MapDescription after) {
    Map<String, MappedPaper> later = new HashMap<>();
    after.papers().forEach(it -> later.put(it.id(), it));
    return before.papers().stream()
        .mapToDouble(it -> {
          MappedPaper same = Objects.requireNonNull(later.get(it.id()));
          return Math.hypot(it.x() - same.x(), it.y() - same.y());
        })
        .max()
        .orElseThrow();
  }

  @Test
  void a_page_will_do_for_its_folder_and_the_same_page_means_the_same_map() {
    assertDone(map(DATA, "--out", next.toString(), "--like", first.toString()));
    assertDone(
        map(
            DATA,
            "--out",
            folder.resolve("again").toString(),
            "--like",
            first.resolve("map.html").toString()));

    for (String file : List.of("map.html", "map.json", "report.json")) {
      assertThat(folder.resolve("again").resolve(file)).hasSameBinaryContentAs(next.resolve(file));
    }
  }

  @Test
  void a_map_of_other_papers_is_refused_in_a_line() throws IOException {
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      others.append(
          "{\"title\": \"On %d\", \"abstract\": \"Of %d things told.\"}%n".formatted(i, i));
    }
    Path strangers = Files.writeString(folder.resolve("others.jsonl"), others);

    Outcome made = map(strangers.toString(), "--out", next.toString(), "--like", first.toString());

    assertRefused(made, "first: has 0 of these 12 papers, too few to make a map like it. Give one");
  }

  @Test
  void what_is_no_map_is_refused_before_the_papers_are_read() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.html"), "<p>No map.</p>");

    assertRefused(
        map("nowhere.csv", "--out", next.toString(), "--like", file.toString()),
        "notes.html: is not a map. Give a map.html that papermap made.");
    assertRefused(
        map("nowhere.csv", "--out", next.toString(), "--like", folder.toString()),
        "map.html: no such file. Check the path.");
  }

  private void assertRefused(Outcome outcome, String because) {
    assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines()).hasSize(1).first().asString().contains(because);
    assertThat(next).doesNotExist();
  }
}
