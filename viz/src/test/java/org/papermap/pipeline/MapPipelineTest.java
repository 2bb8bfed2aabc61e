package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.cluster.TopicCount;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.CorpusReading;
import org.papermap.corpus.ReadOptions;
import org.papermap.embed.Embedder;
import org.papermap.files.InputException;
import org.papermap.model.ModelCatalog;
import org.papermap.topic.Topic;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole job at the sizes of a reading group, on the real engine.
class MapPipelineTest {
  private static final Path DATA = Path.of("..", "data");

  private static Embedder embedder;

  @TempDir Path folder;

  @BeforeAll
  static void open_the_model() {
    embedder = Embedder.open(ModelCatalog.standard().defaultModel());
  }

  @AfterAll
  static void close_the_model() {
    embedder.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 16})
  void a_reading_group_of_any_size_gets_a_map(int papers) throws IOException {
    // Given
    CorpusReading seed = CorpusReader.read(DATA);
    Path file = folder.resolve("few.jsonl");
    Files.writeString(
        file,
        "{\"title\": \"without an abstract\"}\n"
            + IntStream.range(0, papers)
                .mapToObj(row -> json(seed, 5 * row))
                .collect(Collectors.joining("\n")));

    // When
    CorpusReading reading =
        CorpusReader.read(List.of(file), ReadOptions.defaults().withAbstractRequired(true));
    MapResult result = MapPipeline.of(embedder, MapSettings.defaults()).run(reading);
    MapFolder.write(result, folder.resolve("out"));

    // Then
    assertThat(result.map().corpus().size()).isEqualTo(papers);
    assertThat(result.map().topics().stream().mapToInt(it -> it.papers().size()).sum())
        .isEqualTo(papers);
    assertThat(MapFolder.open(folder.resolve("out")).corpus().papers())
        .isEqualTo(result.map().corpus().papers());
    assertThat(folder.resolve("out/map.html")).content().doesNotContainPattern("[:\\[,]\"?NaN");
  }

  @Test
  void papers_that_all_say_the_same_get_one_topic() throws IOException {
    // Given
    String row =
        "{\"id\": \"%d\", \"title\": \"On one thing %s\", \"abstract\": \"This is all of it.\"}";
    Path file = folder.resolve("same.jsonl");
    Files.writeString(
        file,
        IntStream.range(0, 12)
            // Blank characters of different kinds keep the papers apart and the texts equal.
            .mapToObj(i -> row.formatted(i, ".".repeat(i + 1)))
            .collect(Collectors.joining("\n")));

    // When
    MapResult result = run(file, MapSettings.defaults());

    // Then
    assertThat(result.map().corpus().size()).isEqualTo(12);
    assertThat(result.map().topics()).extracting(Topic::name).doesNotHaveDuplicates();
    assertThat(MapFolder.write(result, folder.resolve("out")))
        .allSatisfy(it -> assertThat(it).exists());
  }

  @Test
  void the_same_papers_give_the_same_bytes_in_another_folder() throws IOException {
    // Given
    MapSettings settings = MapSettings.defaults().withTitle("Twice");

    // When
    MapFolder.write(run(DATA, settings), folder.resolve("first"));
    MapFolder.write(run(DATA, settings), folder.resolve("second"));

    // Then
    assertSameFiles(folder.resolve("first"), folder.resolve("second"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void the_number_of_threads_changes_no_byte(int threads) throws Exception {
    // Given
    MapSettings settings = MapSettings.defaults().withTitle("Any machine");
    MapFolder.write(run(DATA, settings), folder.resolve("here"));

    // When
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      // What the job begins in threads of its own stays with the machine's number of them.
      pool.submit(() -> MapFolder.write(run(DATA, settings), folder.resolve("there"))).get();
    }

    // Then
    assertSameFiles(folder.resolve("here"), folder.resolve("there"));
  }

  @Test
  void report_and_page_tell_how_stable_topics_are() throws IOException {
    // Given
    MapResult result = run(DATA, MapSettings.defaults());
    ClusteringQuality quality = result.quality();

    // When
    MapFolder.write(result, folder);

    // Then
    JsonNode report = new JsonMapper().readTree(folder.resolve("report.json"));
    int unstable = 0;
    for (JsonNode topic : report.get("topics")) {
      int number = topic.get("number").asInt();
      assertThat(topic.get("stability").asDouble())
          .isCloseTo(quality.stability(number), within(1e-3));
      assertThat(topic.get("unstable").asBoolean()).isEqualTo(quality.stability(number) < 0.5);
      unstable += topic.get("unstable").asBoolean() ? 1 : 0;
    }
    // Of the 91 papers some topics hold and some do not.
    assertThat(unstable).isBetween(1, report.get("topics").size() - 1);
    assertThat(report.get("quality").get("unstableTopics").asInt()).isEqualTo(unstable);
    assertThat(report.get("quality").get("layoutContinuity").asDouble())
        .isCloseTo(result.map().layoutQuality().continuity(), within(1e-3));
    String page = Files.readString(folder.resolve("map.html"));
    assertThat(page.split("\"unstable\":true", -1)).hasSize(unstable + 1);
    assertThat(page).containsPattern("\"stability\":0\\.\\d+").contains("\"stability\":null");
  }

  @Test
  void where_the_reader_lives_changes_no_byte() throws IOException {
    // Given
    MapSettings settings = MapSettings.defaults().withTitle("Anywhere");
    MapFolder.write(run(DATA, settings), folder.resolve("here"));
    Locale here = Locale.getDefault();

    // When
    // Arabic has digits of its own, Turkish a lower-case I of its own.
    for (String elsewhere : List.of("ar-EG", "tr-TR")) {
      Locale.setDefault(Locale.forLanguageTag(elsewhere));
      try (Embedder opened = Embedder.open(ModelCatalog.standard().defaultModel())) {
        MapFolder.write(
            MapPipeline.of(opened, settings).run(CorpusReader.read(DATA)),
            folder.resolve(elsewhere));
      } finally {
        Locale.setDefault(here);
      }
    }

    // Then
    assertSameFiles(folder.resolve("here"), folder.resolve("ar-EG"));
    assertSameFiles(folder.resolve("here"), folder.resolve("tr-TR"));
  }

  @Test
  void more_topics_than_papers_are_refused_before_any_work() {
    MapSettings settings = MapSettings.defaults().withTopics(TopicCount.of(92));

    // A model that is closed would complain if it were asked.
    try (Embedder closed = Embedder.open(ModelCatalog.standard().defaultModel())) {
      closed.close();
      assertThatThrownBy(() -> MapPipeline.of(closed, settings).run(CorpusReader.read(DATA)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("92, and there are fewer papers");
    }
  }

  @Test
  void a_map_that_cannot_be_written_in_full_leaves_the_one_that_is_there() throws IOException {
    // Given
    Path out = folder.resolve("out");
    MapFolder.write(run(DATA, MapSettings.defaults()), out);
    byte[] vectors = Files.readAllBytes(out.resolve("embeddings.npy"));
    Path one = Files.writeString(folder.resolve("one.jsonl"), json(CorpusReader.read(DATA), 0));
    Path inTheWay = Files.createDirectories(out.resolve("notes"));
    Files.delete(out.resolve("report.json"));
    Files.createDirectory(out.resolve("report.json"));

    // Then
    assertThatThrownBy(() -> MapFolder.write(run(one, MapSettings.defaults()), out))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("report.json: is a folder");
    assertThat(Files.readAllBytes(out.resolve("embeddings.npy"))).isEqualTo(vectors);
    assertThat(inTheWay).exists();
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).hasSize(8);
    }
  }

  @Test
  void vectors_that_do_not_belong_to_a_map_are_refused() throws IOException {
    // Given
    Path out = folder.resolve("out");
    MapFolder.write(run(DATA, MapSettings.defaults()), out);
    byte[] vectors = Files.readAllBytes(out.resolve("embeddings.npy"));
    vectors[vectors.length - 1] ^= 1;
    Files.write(out.resolve("embeddings.npy"), vectors);

    // Then
    assertThatThrownBy(() -> MapFolder.open(out))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("embeddings.npy")
        .hasMessageContaining("Make the map again.");
  }

  @Test
  void a_folder_without_a_map_says_how_to_make_one() {
    assertThatThrownBy(() -> MapFolder.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("Make one with 'papermap map --out " + folder + "'.");
  }

  private static void assertSameFiles(Path first, Path second) throws IOException {
    try (Stream<Path> files = Files.list(first)) {
      assertThat(files.toList())
          .hasSize(7)
          .allSatisfy(
              file -> assertThat(second.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  private static MapResult run(Path papers, MapSettings settings) throws IOException {
    return MapPipeline.of(embedder, settings).run(CorpusReader.read(List.of(papers)));
  }

  private static String json(CorpusReading reading, int row) {
    return "{\"title\": \"%s\", \"abstract\": \"%s\"}"
        .formatted(
            quoted(reading.corpus().paper(row).title()),
            quoted(reading.corpus().paper(row).abstractText()));
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
