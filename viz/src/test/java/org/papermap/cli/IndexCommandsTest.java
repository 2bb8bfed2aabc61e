package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lookup on disk, and its measurement, from the command line.
class IndexCommandsTest {
  private static final String ROW =
      "{\"id\": \"%s\", \"title\": \"%s\", \"abstract\": \"%s\", \"date\": \"%s\", \"venue\":"
          + " \"%s\"}\n";
  private static final String GRAPHS =
      ROW.formatted("g", "Graph drawing", "We place the nodes of graphs.", "2021-03-01", "GD");
  private static final String IMAGES =
      ROW.formatted("i", "Image synthesis", "Diffusion makes pictures.", "2023-04-01", "CVPR");
  private static final String VIDEOS =
      ROW.formatted("v", "Video synthesis", "Diffusion makes films.", "2024-05-01", "CVPR");

  @TempDir Path folder;
  private String papers = "";
  private String index = "";

  @BeforeEach
  void write() throws IOException {
    papers = file("papers.jsonl", GRAPHS + IMAGES + VIDEOS);
    index = folder.resolve("index").toString();
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  @Test
  void what_is_there_is_left_alone_and_what_is_gone_stays_until_it_is_pruned() throws IOException {
    Outcome first = Outcome.of("index", papers, "--out", index);
    Outcome second = Outcome.of("index", papers, "--out", index);
    file("papers.jsonl", IMAGES.replace("pictures", "photographs") + VIDEOS.replace("GD", "CG"));
    Outcome third = Outcome.of("index", papers, "--out", index);
    Outcome pruned = Outcome.of("index", papers, "--out", index, "--prune");

    assertThat(first.status()).as(first.err()).isEqualTo(ExitCode.OK);
    assertThat(first.out())
        .contains("3 papers: 3 added, 0 changed, 0 unchanged, 0 removed; 3 texts new");
    assertThat(second.out())
        .contains("3 papers: 0 added, 0 changed, 3 unchanged, 0 removed; 0 texts new");
    assertThat(third.out())
        .contains("3 papers: 0 added, 1 changed, 1 unchanged, 0 removed; 1 text new");
    assertThat(pruned.out())
        .contains("2 papers: 0 added, 0 changed, 2 unchanged, 1 removed; 0 texts new");
    assertThat(near("photographs").lines()).hasSize(2).first().asString().endsWith("(i)");
  }

  private String near(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "nearest";
    all[1] = "--index";
    all[2] = index;
    System.arraycopy(args, 0, all, 3, args.length);
    Outcome near = Outcome.of(all);
    assertThat(near.status()).as(near.err()).isEqualTo(ExitCode.OK);
    return List.of(args).contains("--json") ? near.out() : withoutSources(near.out());
  }

  /// The lines of papers and sentences, without those of authors, days and links.
  private static String withoutSources(String out) {
    return out.lines()
        .filter(line -> !line.startsWith("     ") || line.contains("“"))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void a_paper_is_told_with_its_authors_day_and_link_and_as_json_with_all_it_has()
      throws IOException {
    String all =
        file(
            "all.jsonl",
            "{\"id\": \"p\", \"title\": \"Bees\", \"abstract\": \"On hives.\", \"date\":"
                + " \"2024-05-17\", \"url\": \"https://example.org/p\", \"votes\": 7, \"authors\":"
                + " [\"Ada\", \"Bob\", \"Cy\", \"Di\", \"Ed\"]}\n");
    Outcome.of("index", all, "--out", index);

    Outcome near = Outcome.of("nearest", "--index", index, "bees");
    JsonNode json = JsonMapper.shared().readTree(near("--json", "bees")).get(0);

    assertThat(near.out().lines())
        .last()
        .asString()
        .isEqualTo("     Ada, Bob, Cy and 2 more · 2024-05-17 · https://example.org/p");
    assertThat(json.get("authors").size()).isEqualTo(5);
    assertThat(json.get("date").asString()).isEqualTo("2024-05-17");
    assertThat(json.get("url").asString()).isEqualTo("https://example.org/p");
    assertThat(json.get("abstract").asString()).isEqualTo("On hives.");
    assertThat(json.get("fields").get("votes").asString()).isEqualTo("7");
  }

  @Test
  void a_filter_that_nothing_passes_tells_what_there_is() {
    Outcome.of("index", papers, "--out", index);

    assertWrong(
        "filter venu: no paper has this field. Filter by one of ",
        "nearest",
        "--index",
        index,
        "--filter",
        "venu=cvpr",
        "text");
    assertWrong(
        "filter venue: no paper has \"iclr\" there. There ",
        "nearest",
        "--index",
        index,
        "--filter",
        "venue=iclr",
        "text");
    assertThat(near("--filter", "venue~cvp", "graph").lines()).hasSize(2);
    assertThat(near("--filter", "year=2024..2025", "graph").lines()).isNotEmpty();
  }

  private static void assertWrong(String message, String... command) {
    Outcome outcome = Outcome.of(command);
    assertThat(outcome.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).singleElement().asString().contains(message);
  }

  @Test
  void papers_of_two_days_that_have_the_numbers_of_their_rows_alone_are_all_kept()
      throws IOException {
    String monday = file("monday.csv", "id,title,abstract\n1,Graphs,On paths.\n2,Bees,On hives.\n");
    String friday = file("friday.csv", "id,title,abstract\n1,Ferries,On tides.\n2,Bread,\n");

    Outcome first = Outcome.of("index", monday, "--out", index);
    Outcome second = Outcome.of("index", friday, "--out", index);
    Outcome again = Outcome.of("index", monday, "--out", index);

    assertThat(first.status()).as(first.err()).isEqualTo(ExitCode.OK);
    assertThat(second.out()).contains("4 papers: 2 added, 0 changed, 0 unchanged, 0 removed");
    assertThat(second.err()).contains("friday.csv:3: no abstract, kept by its title: Bread");
    assertThat(again.out()).contains("4 papers: 0 added, 0 changed, 2 unchanged, 0 removed");
    assertThat(folder.resolve("index/report.json")).content().contains("\"kept\" : 2");
    assertThat(near("--why", "loaves of bread").lines()).hasSizeGreaterThan(3);
  }

  @Test
  void papers_are_found_by_meaning_by_words_and_by_both() {
    Outcome.of("index", papers, "--out", index);

    assertThat(near("moving images").lines()).hasSize(3);
    assertThat(near("--mode", "keyword", "films").lines())
        .singleElement()
        .asString()
        .endsWith("(v)");
    assertThat(near("--mode", "hybrid", "films").lines()).first().asString().endsWith("(v)");
    assertThat(near("--filter", "venue=cvpr", "graph").lines()).hasSize(2);
    assertThat(near("--filter", "date=2023-04-01..2023-12-31", "graph").lines())
        .singleElement()
        .asString()
        .endsWith("(i)");
    assertThat(near("--filter", "venue=cvpr", "--filter", "year=2024", "graph").lines()).hasSize(1);
    assertThat(near("--id", "i", "-k", "1")).endsWith("(v)\n");
    assertThat(near("--id", "i", "--unlike", "g").lines())
        .singleElement()
        .asString()
        .endsWith("(v)");
    assertThat(near("--min-score", "2", "graph")).isEmpty();
  }

  @Test
  void json_has_scores_and_cosines_where_there_are_any() {
    Outcome.of("index", papers, "--out", index);

    JsonNode both = JsonMapper.shared().readTree(near("--json", "--mode", "hybrid", "films"));
    JsonNode words = JsonMapper.shared().readTree(near("--json", "--mode", "keyword", "films"));

    assertThat(both.get(0).get("id").asString()).isEqualTo("v");
    assertThat(both.get(0).has("similarity")).isTrue();
    assertThat(words.get(0).has("similarity")).isFalse();
    assertThat(words.get(0).get("score").asDouble()).isPositive();
  }

  @Test
  void where_no_index_can_be_is_told_in_one_line() {
    Outcome below = Outcome.of("index", papers, "--out", papers + "/index");

    assertThat(below.status()).isEqualTo(ExitCode.FAILED);
    assertThat(below.err().lines()).singleElement().asString().contains(papers + "/index: ");
  }

  @Test
  void why_a_paper_was_found_is_told() throws IOException {
    file(
        "papers.jsonl",
        GRAPHS.replace("We place", "Birds sing in spring. We place") + IMAGES + VIDEOS);
    Outcome.of("index", papers, "--out", index);

    JsonNode json = JsonMapper.shared().readTree(near("--why", "--json", "-k", "1", "drawing"));

    assertThat(near("--why", "-k", "1", "songs of birds").lines())
        .last()
        .asString()
        .matches(" +0\\.\\d{4}  “Birds sing in spring\\.”");
    assertThat(json.get(0).get("why").get("sentence").asString())
        .isEqualTo("We place the nodes of graphs.");
    assertThat(json.get(0).get("why").get("similarity").asDouble()).isBetween(0.0, 1.0);
    assertThat(near("--json", "drawing")).doesNotContain("why");
    Outcome run = Outcome.of("nearest", "--why", "--queries", papers, "--run", index + ".trec");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("A run cannot hold the sentences of --why.");
  }

  @Test
  void many_queries_make_a_run() throws IOException {
    Outcome.of("index", papers, "--out", index);
    String queries =
        file(
            "queries.jsonl",
            "{\"_id\": \"q 1\", \"text\": \"films\"}\n{\"_id\": \"q2\", \"text\": \"nodes\"}\n");
    Path run = folder.resolve("run.trec");

    near("-k", "2", "--queries", queries, "--run", run.toString());

    assertThat(Files.readAllLines(run)).hasSize(4).allMatch(it -> it.split(" ").length == 6);
    assertThat(Files.readAllLines(run).get(0)).matches("q_1 Q0 v 1 0\\.\\d{6} papermap-semantic");
    assertThat(Files.readAllLines(run).get(2)).startsWith("q2 Q0 g 1 ");
  }

  @Test
  void papers_of_a_map_are_filtered_by_its_topics_and_themes() {
    String out = folder.resolve("out").toString();
    Outcome.of("map", Path.of("..", "data").toString(), "--out", out);
    JsonNode map = JsonMapper.shared().readTree(Path.of(out, "map.json").toFile());
    String name = map.get("topics").get(0).get("name").asString();
    int size = map.get("topics").get(0).get("papers").asInt();
    long themed =
        map.get("papers")
            .valueStream()
            .filter(it ->
                it.get("themes").valueStream().anyMatch(of -> of.asString().equals("Diffusion")))
            .count();

    for (String filter : new String[] {"topic=0", "topic=" + name}) {
      Outcome near = Outcome.of("nearest", "--map", out, "-k", "91", "--filter", filter, "text");
      assertThat(near.out().lines()).as(filter).hasSize(size);
    }
    assertWrong(
        "filter topic: no paper has \"99\" there. There are ",
        "nearest",
        "--map",
        out,
        "--filter",
        "topic=99",
        "text");
    Outcome near =
        Outcome.of("nearest", "--map", out, "-k", "91", "--filter", "theme=diffusion", "text");
    assertThat(near.out().lines()).hasSize((int) themed).isNotEmpty();
  }

  @Test
  void an_index_keeps_its_model_and_another_gets_one_line() {
    Outcome made = Outcome.of("index", papers, "--out", index, "--model", "bge-small-en-v1.5");
    Outcome again = Outcome.of("index", papers, "--out", index);
    Outcome other = Outcome.of("index", papers, "--out", index, "--model", "all-MiniLM-L6-v2");

    assertThat(made.status()).as(made.err()).isEqualTo(ExitCode.OK);
    assertThat(again.out()).contains("3 unchanged");
    assertThat(other.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(other.err().lines())
        .singleElement()
        .asString()
        .contains("bge-small-en-v1.5", "all-MiniLM-L6-v2");
    assertThat(near("films").lines()).hasSize(3);
  }

  @Test
  void where_there_is_no_index_or_no_paper_is_told_in_one_line() throws IOException {
    Outcome nowhere = Outcome.of("nearest", "--index", index, "films");
    Outcome nothing =
        Outcome.of("index", file("none.jsonl", "{\"abstract\": \"alone\"}\n"), "--out", index);

    assertThat(nowhere.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nowhere.err().lines()).singleElement().asString().contains("there is no index");
    assertThat(nothing.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(folder.resolve("index")).doesNotExist();
  }

  @Test
  void retrieval_is_measured_in_all_modes() throws IOException {
    String queries =
        file(
            "queries.jsonl",
            """
            {"_id": "1", "text": "films"}
            {"_id": "2", "text": "nodes of graphs"}
            {"_id": "3", "text": "nobody has judged this"}
            """);
    String judged = file("qrels.tsv", "query-id\tcorpus-id\tscore\n1\tv\t1\n2\tg\t2\n2\ti\t0\n");

    Outcome eval = Outcome.of("eval", "retrieval", papers, queries, judged);

    assertThat(eval.status()).as(eval.err()).isEqualTo(ExitCode.OK);
    assertThat(eval.out()).contains("3 papers, 2 judged queries, all-MiniLM-L6-v2");
    for (String mode : new String[] {"semantic", "keyword", "hybrid"}) {
      assertThat(eval.out()).containsPattern(mode + " +1\\.0000 +1\\.0000 +1\\.0000 +1\\.0000");
    }
  }

  @Test
  void a_model_is_measured_on_pairs() throws IOException {
    String pairs =
        file(
            "pairs.tsv",
            """
            5.0\tA man is singing.\tA man sings.
            2.5\tA man is singing.\tA woman plays the violin.
            0.0\tA man is singing.\tThe stock market fell.
            """);

    Outcome eval = Outcome.of("eval", "sts", pairs);

    assertThat(eval.status()).as(eval.err()).isEqualTo(ExitCode.OK);
    assertThat(eval.out())
        .matches("3 pairs, all-MiniLM-L6-v2: Spearman 1\\.0000, Pearson 0\\.9\\d+\n");
  }

  @Test
  void judgments_that_are_none_are_told_by_file_and_line() throws IOException {
    String queries = file("queries.jsonl", "{\"_id\": \"1\", \"text\": \"films\"}\n");
    String judged = file("qrels.tsv", "1\tv\t1\nnonsense\n");

    Outcome eval = Outcome.of("eval", "retrieval", papers, queries, judged);

    assertThat(eval.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(eval.err().lines()).singleElement().asString().contains("qrels.tsv:2: ");
  }
}
