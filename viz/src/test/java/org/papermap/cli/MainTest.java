package org.papermap.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.corpus.CorpusReader;
import org.papermap.corpus.Paper;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line, from its words to its exit status.
class MainTest {
  private static final String DATA = Path.of("..", "data").toString();

  @TempDir Path folder;

  private static Outcome papermap(String... args) {
    return Outcome.of(args);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  @Test
  void a_map_is_made_and_papers_are_found_in_it() {
    // When
    Outcome map = papermap("map", DATA, "--out", out(), "--title", "Thursday");
    Outcome near =
        papermap(
            "nearest", "--map", out(), "-k", "3", "approximate", "nearest", "neighbor", "search");

    // Then
    assertThat(map.status()).as(map.err()).isEqualTo(ExitCode.OK);
    assertThat(map.out()).contains("Papers    91 kept of 91").contains("Themes    Diffusion");
    assertThat(folder.resolve("out/map.html")).content().contains("<title>Thursday</title>");
    assertThat(near.status()).as(near.err()).isEqualTo(ExitCode.OK);
    assertThat(near.out().lines())
        .hasSize(3)
        .first()
        .asString()
        .containsIgnoringCase("nearest neighbor search");
  }

  @Test
  void a_map_is_inspected_and_its_papers_are_given_back() throws IOException {
    // Given
    papermap("map", DATA, "--out", out());
    Path table = folder.resolve("papers.csv");

    // When
    Outcome inspected = papermap("inspect", out() + "/map.html");
    Outcome extracted = papermap("extract", out() + "/map.html", "--out", table.toString());
    Outcome foreign = papermap("inspect", out() + "/papers.csv");

    // Then
    assertThat(inspected.status()).as(inspected.err()).isEqualTo(ExitCode.OK);
    assertThat(inspected.out()).contains("papers           91").contains("sha256");
    assertThat(extracted.status()).as(extracted.err()).isEqualTo(ExitCode.OK);
    assertThat(CorpusReader.read(table).corpus().papers().stream().map(Paper::title).toList())
        .isEqualTo(
            CorpusReader.read(Path.of(DATA)).corpus().papers().stream().map(Paper::title).toList());
    assertThat(foreign.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(foreign.err()).hasLineCount(1).contains("is not a map");
  }

  @Test
  void a_paper_is_not_near_to_itself_and_json_is_json() {
    // Given
    papermap("map", DATA, "--out", out());
    JsonNode first =
        JsonMapper.shared().readTree(folder.resolve("out/map.json").toFile()).get("papers").get(0);
    String id = first.get("id").asString();

    // When
    Outcome near = papermap("nearest", "--map", out(), "--json", "--id", id);

    // Then
    JsonNode found = JsonMapper.shared().readTree(near.out());
    assertThat(found.size()).isEqualTo(10);
    assertThat(found.valueStream().map(it -> it.get("id").asString())).doesNotContain(id);
    assertThat(found.valueStream().map(it -> it.get("similarity").asDouble()))
        .isSortedAccordingTo((a, b) -> Double.compare(b, a));
  }

  @Test
  void every_command_tells_the_version() {
    String version = papermap("--version").out();

    assertThat(version).contains("papermap ").contains("java ");
    assertThat(papermap("map", "--version").out()).isEqualTo(version);
    assertThat(papermap("eval", "sts", "-V").out()).isEqualTo(version);
  }

  @Test
  void topics_are_as_many_as_were_asked_for() {
    Outcome map = papermap("map", DATA, "--out", out(), "--topics", "4");

    assertThat(map.out()).contains("Topics    4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsne", "umap", "smile-umap", "pca"})
  void every_layout_makes_a_map_and_is_named_in_the_report(String layout) {
    Outcome map = papermap("map", DATA, "--out", out(), "--layout", layout);

    assertThat(map.status()).as(map.err()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("out/report.json"))
        .content()
        .containsIgnoringCase("\"layout\" : \"" + layout.replace("-", "") + "[");
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "ward", "kmeans", "leiden", "hdbscan"})
  void every_way_to_find_topics_makes_a_map_and_is_named_in_the_report(String clusters) {
    Outcome map = papermap("map", DATA, "--out", out(), "--clusters", clusters);

    assertThat(map.status()).as(map.err()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("out/report.json"))
        .content()
        .containsIgnoringCase(
            "\"clustering\" : \"" + (clusters.equals("auto") ? "ward" : clusters) + "[");
  }

  @Test
  void names_of_the_readers_own_find_their_topics_again() throws IOException {
    // Given
    papermap("map", DATA, "--out", out(), "--topics", "9");
    JsonNode topic = json("map.json").get("topics").get(3);
    String some =
        topic
            .get("exemplars")
            .valueStream()
            .map(JsonNode::asString)
            .limit(3)
            .collect(joining("; "));
    Path names = folder.resolve("names.properties");
    Files.writeString(
        names,
        "topic.1.name = Pictures out of noise\ntopic.1.papers = "
            + some
            + "\ntopic.2.name = Nothing\ntopic.2.papers = nobody\n");

    // When: another number of topics gives them other numbers.
    Outcome map =
        papermap("map", DATA, "--out", out(), "--topics", "8", "--labels", names.toString());

    // Then
    assertThat(map.status()).as(map.err()).isEqualTo(ExitCode.OK);
    assertThat(map.out()).contains("Pictures out of noise");
    assertThat(map.err()).contains("label 'Nothing': no topic has half of its papers (nobody).");
    assertThat(json("report.json").get("unusedLabels").get(0).get("name").asString())
        .isEqualTo("Nothing");
  }

  @Test
  void papers_in_no_topic_are_counted_and_never_made_a_topic() throws IOException {
    Outcome map = papermap("map", DATA, "--out", out(), "--clusters", "hdbscan");

    JsonNode quality = json("report.json").get("quality");
    int noise = quality.get("papersInNoTopic").asInt();
    double share = quality.get("papersInNoTopicShare").asDouble();
    assertThat(noise).isPositive();
    assertThat(share).isCloseTo(noise / 91.0, within(1e-3));
    assertThat(map.out())
        .contains("%5d  in no topic, %.0f %% of all".formatted(noise, 100 * share));
    assertThat(json("map.json").get("papers").valueStream().filter(it -> !it.has("topic")))
        .hasSize(noise)
        .noneMatch(it -> it.has("subtopic"));
    assertThat(Files.readAllLines(folder.resolve("out/papers.csv")).stream().skip(1))
        .filteredOn(line -> line.matches(".*,,,[01]\\.\\d.*"))
        .hasSize(noise);
    assertThat(folder.resolve("out/topics.csv")).content().doesNotContain("-1");
  }

  private JsonNode json(String file) {
    return JsonMapper.shared().readTree(folder.resolve("out").resolve(file).toFile());
  }

  @Test
  void a_number_of_topics_is_not_for_hdbscan() {
    Outcome map = papermap("map", DATA, "--out", out(), "--clusters", "hdbscan", "--topics", "4");

    assertThat(map.status()).isEqualTo(ExitCode.USAGE);
    assertThat(map.err()).contains("topics: 4 with HDBSCAN").doesNotContain("Exception");
  }

  @Test
  void lines_of_text_are_embedded_as_they_stand() throws IOException {
    // Given
    Path lines = Files.writeString(folder.resolve("lines.txt"), "one\n\nthree 三 🎉\n");
    Path vectors = folder.resolve("lines.npy");

    // When
    Outcome embed =
        papermap("embed", lines.toString(), "--format", "lines", "--out", vectors.toString());

    // Then
    assertThat(embed.status()).as(embed.err()).isEqualTo(ExitCode.OK);
    assertThat(folder.resolve("lines.ids.txt")).hasContent("1\n2\n3\n");
    byte[] bytes = Files.readAllBytes(vectors);
    assertThat(new String(bytes, 0, 128, StandardCharsets.ISO_8859_1))
        .startsWith("\u0093NUMPY")
        .contains("'descr': '<f4'")
        .contains("(3, 384)");
    assertThat(bytes).hasSize(128 + 3 * 384 * Float.BYTES);
  }

  @Test
  void the_models_are_listed_with_the_default_marked() {
    Outcome models = papermap("models");

    assertThat(models.status()).isEqualTo(ExitCode.OK);
    assertThat(models.out()).contains("* all-MiniLM-L6-v2").contains("bge-small-en-v1.5");
  }

  @Test
  void dropped_rows_are_told_with_file_line_and_reason() throws IOException {
    // Given
    Path file = folder.resolve("papers.csv");
    Files.writeString(
        file,
        """
        id,title,abstract
        1,First paper,It says something about graphs.
        2,,An abstract without a title.
        3,No abstract,
        4,,
        """);

    // When
    Outcome map = papermap("map", file.toString(), "--out", out());

    // Then
    assertThat(map.status()).as(map.err()).isEqualTo(ExitCode.OK);
    assertThat(map.out()).contains("2 kept of 4, 2 no title; 1 without an abstract");
    assertThat(map.err()).contains("papers.csv:3: dropped, no title");
    assertThat(map.err()).contains("papers.csv:4: no abstract, kept by its title: No abstract");
    assertThat(folder.resolve("out/report.json")).content().contains("\"line\" : 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not json at all", "\u0000\u0001\u0002", "a,b\n1,2\n", "[]"})
  void what_is_no_corpus_gets_one_line_and_leaves_no_output(String content) throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("bad.json"), content);

    // When
    Outcome map = papermap("map", file.toString(), "--out", out());

    // Then
    assertThat(map.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(map.out()).isEmpty();
    assertThat(map.err().lines()).hasSize(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_corpus_of_broken_rows_is_refused_and_each_row_told() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("bad.csv"), "title,abstract\n,One\n,Two\n");

    // When
    Outcome map = papermap("map", file.toString(), "--out", out());

    // Then
    assertThat(map.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(map.err().lines()).hasSize(3).last().asString().contains("none of 2 rows");
    assertThat(map.err()).contains("bad.csv:2: dropped, no title");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void a_damaged_gzip_gets_one_line() throws IOException {
    // Given
    Path file = folder.resolve("papers.jsonl.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
      gzip.write(
          "{\"title\": \"A\", \"abstract\": \"B\"}\n"
              .repeat(1000)
              .getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

    // When
    Outcome map = papermap("map", file.toString(), "--out", out());

    // Then
    assertThat(map.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(map.err().lines()).hasSize(1).first().asString().contains("gzip");
  }

  @Test
  void a_file_that_is_not_there_gets_one_line() {
    Outcome map = papermap("map", folder.resolve("none.csv").toString(), "--out", out());

    assertThat(map.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(map.err().lines()).hasSize(1).first().asString().contains("none.csv: no such file");
  }

  @Test
  void a_folder_where_a_file_should_be_and_the_other_way_round_get_one_line() throws IOException {
    String file = Files.writeString(folder.resolve("file"), "x").toString();
    String dir = Files.createDirectory(folder.resolve("dir")).toString();

    assertRefused(ExitCode.FAILED, "file: is not a folder", "map", DATA, "--out", file);
    assertRefused(ExitCode.BAD_INPUT, "dir: is a folder", "map", DATA, "--themes", dir);
    assertRefused(
        ExitCode.BAD_INPUT, "dir: a folder", "embed", "--format", "lines", dir, "--out", out());
    assertRefused(
        ExitCode.FAILED, "dir: is a folder", "embed", file, "--format", "lines", "--out", dir);
    assertRefused(ExitCode.BAD_INPUT, "file: there is no map", "nearest", "--map", file, "x");
  }

  private static void assertRefused(int status, String inMessage, String... args) {
    Outcome outcome = papermap(args);

    assertThat(outcome.status()).as(outcome.err()).isEqualTo(status);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(1).first().asString().contains(inMessage);
  }

  @Test
  void a_model_that_is_not_described_gets_one_line_that_lists_the_others() {
    Outcome map = papermap("map", DATA, "--out", out(), "--model", "word2vec");

    assertThat(map.status()).isEqualTo(ExitCode.USAGE);
    assertThat(map.err().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("word2vec")
        .contains("all-MiniLM-L6-v2");
  }

  @Test
  void the_network_is_not_used_unless_that_is_asked_for() {
    assertRefused(
        ExitCode.USAGE,
        "lies on the network, which is used only when asked for. Add --network.",
        "map",
        DATA,
        "--out",
        out(),
        "--model",
        "djl://ai.djl.huggingface.pytorch/sentence-transformers/all-MiniLM-L6-v2");
  }

  @Test
  void an_unknown_paper_gets_one_line() {
    papermap("map", DATA, "--out", out());

    Outcome near = papermap("nearest", "--map", out(), "--id", "nobody");

    assertThat(near.status()).isEqualTo(ExitCode.USAGE);
    assertThat(near.err().lines()).hasSize(1).first().asString().contains("\"nobody\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map --max-noise 101%",
        "map --max-noise much",
        "map --topics many",
        "map --topics 0",
        "map --topics -3",
        "map --layout sphere",
        "map --clusters dbscan",
        "map --no-such-option",
        "nearest",
        "nearest text --id 1",
        "nearest text -k 0",
        "nearest --unlike 1 text",
        "nearest text --map a --index b",
        "nearest text --queries q.jsonl",
        "nearest text --queries q.jsonl --run r.trec",
        "nearest text --mode best",
        "nearest text --filter topic",
        "nearest text --filter date=yesterday..",
        "nearest text --filter date=",
        "nearest text --filter date=24",
        "nearest text --filter date=2024-13",
        "nearest text --filter date=2023-02-29..",
        "nearest text --filter date=2024..2023",
        "nearest text --filter date=2024-02-02..2024-02-01",
        "nearest text --diversity 1",
        "index papers.csv",
        "index --out library",
        "eval",
        "eval retrieval corpus.jsonl",
        "eval sts",
        "eval topics",
        "eval search map.html",
        "embed",
        "embed papers.csv --out v.npy --long short",
        "cache",
        "cache --dry-run",
        "cache --stats --prune",
        "names",
        "names out",
        "names out --endpoint http://localhost:1",
        "names out --llm some",
        "fly"
      })
  void a_wrong_command_line_is_refused_in_words(String line) {
    assertRefusedAsCommandLine(line.split(" "));
  }

  @Test
  void nothing_is_near_to_a_blank_text() {
    assertRefusedAsCommandLine("nearest", " ", "");
  }

  private static void assertRefusedAsCommandLine(String... args) {
    Outcome outcome = papermap(args);

    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("papermap: ").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "map",
        "index",
        "nearest",
        "embed",
        "eval",
        "eval retrieval",
        "eval sts",
        "eval topics",
        "eval search",
        "models",
        "cache"
      })
  void help_shows_examples(String command) {
    Outcome help = papermap((command + " --help").strip().split(" "));

    assertThat(help.status()).isEqualTo(ExitCode.OK);
    assertThat(help.out()).contains("Examples:").contains("papermap " + command);
  }

  @Test
  void a_machine_that_is_too_small_gets_one_line() {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new MapCommand()).setErr(new PrintWriter(err, true));

    int status = Failures.broken(new OutOfMemoryError("Java heap space"), command);

    assertThat(status).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString().lines())
        .hasSize(1)
        .first()
        .asString()
        .contains("out of memory (Java heap space")
        .endsWith("PAPERMAP_JAVA_OPTS=-Xmx8g.");
  }

  @Test
  void what_a_terminal_would_obey_is_shown_as_numbers() {
    assertThat(TerminalText.of("a\u001b[2Jb\u202ec\nd"))
        .isEqualTo("a<U+001B>[2Jb<U+202E>c<U+000A>d");
    assertThat(TerminalText.of("👩\u200d🔬 نص 三")).isEqualTo("👩\u200d🔬 نص 三");
  }
}
