package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.map.MapDescription;
import org.papermap.map.MappedPaper;
import org.papermap.viz.MapReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `papermap place`: where a new paper belongs on a map that is there.
class PlaceCommandTest {
  private static final String DATA = Path.of("..", "data").toString();
  private static final String QUERY = "Dense retrieval with smaller indexes";

  @TempDir private static Path common;
  @TempDir private Path folder;

  private static String out = "";

  @BeforeAll
  static void make_a_map() {
    out = common.resolve("out").toString();
    Outcome made = Outcome.of("map", DATA, "--out", out, "--no-meaning");
    assertThat(made.status()).as(made.err()).isEqualTo(ExitCode.OK);
  }

  private static JsonNode placed(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "place";
    all[1] = "--json";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    Outcome outcome = Outcome.of(all);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.OK);
    return JsonMapper.shared().readTree(outcome.out());
  }

  private static String json(MappedPaper paper, String id) {
    return JsonMapper.shared()
        .writeValueAsString(
            Map.of("id", id, "title", paper.title(), "abstract", paper.abstractText()));
  }

  @Test
  void papers_that_are_on_the_map_find_their_topics_and_places() throws IOException {
    // Given every ninth paper, under another id
    MapDescription map = MapReader.read(Path.of(out, "map.html"));
    List<MappedPaper> some = IntStream.range(0, 10).mapToObj(i -> map.papers().get(9 * i)).toList();
    Path file =
        Files.write(
            folder.resolve("some.jsonl"),
            some.stream().map(it -> json(it, "new " + it.id())).toList());

    // When
    JsonNode found = placed(out, file.toString());

    // Then
    assertThat(found.size()).isEqualTo(10);
    int same = 0;
    int near = 0;
    for (int i = 0; i < 10; i++) {
      MappedPaper paper = some.get(i);
      JsonNode entry = found.get(i);
      assertThat(entry.get("onMap").asString()).isEqualTo(paper.id());
      assertThat(entry.get("nearest").get(0).get("similarity").asDouble())
          .isCloseTo(1, within(1e-4));
      same += Objects.equals(paper.topic(), entry.get("topic").get("number").asInt(-1)) ? 1 : 0;
      double distance =
          Math.hypot(entry.get("x").asDouble() - paper.x(), entry.get("y").asDouble() - paper.y());
      near += distance < 0.1 ? 1 : 0;
    }
    assertThat(same).as("in their topics").isGreaterThanOrEqualTo(7);
    assertThat(near).as("at their places").isEqualTo(10);
  }

  @Test
  void a_text_gets_a_topic_a_place_and_its_nearest_papers() {
    Outcome told = Outcome.of("place", out, "-k", "3", QUERY);

    assertThat(told.status()).as(told.err()).isEqualTo(ExitCode.OK);
    assertThat(told.out())
        .startsWith(QUERY + "\n")
        .containsPattern("Topic +Retrieval.*, by \\d+ % of its nearest papers")
        .containsPattern("Place +\\d+ % from the left, \\d+ % from the bottom; ");
    assertThat(told.out().lines()).hasSize(6);
    assertThat(told.out()).doesNotContain("On the map");
  }

  @Test
  void a_paper_like_none_of_the_map_is_in_none_of_its_topics() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("pasted.txt"),
            "Growing tomatoes in greenhouses\n\nPlants are watered twice a day,\nand weighed.\n");

    Outcome told = Outcome.of("place", out, file.toString());

    assertThat(told.status()).as(told.err()).isEqualTo(ExitCode.OK);
    assertThat(told.out())
        .startsWith("Growing tomatoes in greenhouses\n")
        .containsPattern("Topic +none of these");
    assertThat(placed(out, file.toString()).get(0).get("topic").isNull()).isTrue();
  }

  @Test
  void a_page_that_lies_alone_gives_the_same_and_one_without_abstracts_is_refused()
      throws IOException {
    Path alone = Files.copy(Path.of(out, "map.html"), folder.resolve("thursday.html"));
    assertThat(placed(alone.toString(), QUERY)).isEqualTo(placed(out, QUERY));
    assertThat(placed(Path.of(out, "map.html").toString(), QUERY)).isEqualTo(placed(out, QUERY));

    Path bare = folder.resolve("bare");
    assertThat(
            Outcome.of("map", DATA, "--out", bare.toString(), "--no-meaning", "--abstracts", "none")
                .status())
        .isZero();
    Path page = Files.copy(bare.resolve("map.html"), folder.resolve("bare.html"));
    assertRefused(
        Outcome.of("place", page.toString(), QUERY),
        "bare.html: has no vectors (embeddings.npy) beside it, and no abstracts to calculate them"
            + " from. Give the folder of the map.");
  }

  @Test
  void a_page_cannot_name_a_folder_to_take_a_model_from() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    Files.writeString(model.resolve("model.pt"), "a program");
    String page = Files.readString(Path.of(out, "map.html"));
    Path hostile =
        Files.writeString(
            folder.resolve("hostile.html"),
            page.replace(
                "\"model\":\"all-MiniLM-L6-v2\",\"identity\"",
                "\"model\":\"" + model + "\",\"identity\""));
    assertThat(hostile).content().contains(model.toString());

    Outcome told = Outcome.of("place", hostile.toString(), QUERY);

    assertThat(told.status()).isNotZero();
    assertThat(told.err().lines()).hasSize(1);
    assertThat(told.err()).contains("is not in models.properties");
  }

  @Test
  void what_is_no_paper_is_told_in_a_line() throws IOException {
    assertRefused(Outcome.of("place", out, "nowhere.bib"), "nowhere.bib: no such file.");
    assertRefused(
        Outcome.of("place", out, Files.writeString(folder.resolve("e.txt"), " \n").toString()),
        "e.txt: empty. Give a title and an abstract.");
    assertRefused(Outcome.of("place", folder.toString(), QUERY), "there is no map. Make one with");
    assertThat(Outcome.of("place", out, "-k", "0", QUERY).status()).isEqualTo(ExitCode.USAGE);
    assertThat(Outcome.of("place", out).err()).contains("TEXT|FILE: missing. Give it.");
  }

  private static void assertRefused(Outcome outcome, String because) {
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines()).hasSize(1).first().asString().contains(because);
  }

  @Test
  void a_title_that_a_terminal_would_obey_is_shown_by_its_numbers() {
    Outcome told = Outcome.of("place", out, "Retrieval \u001b[2J of passages");

    assertThat(told.out()).startsWith("Retrieval <U+001B>[2J of passages");
  }
}
