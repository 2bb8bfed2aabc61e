package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.search.PaperIndexWriter;
import org.papermap.vectors.EmbeddingMatrix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Files of maps that are of any kind: each gets one line, and none is a fault of Papermap's.
class HostileMapTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private static Path common;
  @TempDir private Path folder;

  @BeforeAll
  static void make_a_map() throws IOException {
    Outcome made =
        Outcome.of(
            "map", Path.of("..", "data").toString(), "--out", common.resolve("out").toString());
    assertThat(made.status()).as(made.err()).isZero();
  }

  private static void assertToldInOneLine(String what, Outcome outcome) {
    assertThat(outcome.status()).as("%s: %s", what, outcome.err()).isBetween(1, 3);
    assertThat(outcome.err().lines()).as(what).hasSize(1);
    assertThat(outcome.err())
        .as(what)
        .startsWith("papermap: ")
        .doesNotContain("fault of Papermap")
        .doesNotContain("Exception");
  }

  /// Every value of a document replaced in turn by others, and every key left out.
  private static Map<String, String> variants(ObjectNode root) {
    Map<String, String> variants = new TreeMap<>();
    List<String> wrong = List.of("null", "-1", "\"text\"", "[]", "{}", "1e308", "[null]", "true");
    for (String key : root.propertyNames()) {
      ObjectNode without = root.deepCopy();
      without.remove(key);
      variants.put("without " + key, without.toString());
      for (String value : wrong) {
        ObjectNode other = root.deepCopy();
        other.set(key, JSON.readTree(value));
        variants.put(key + " = " + value, other.toString());
      }
    }
    return variants;
  }

  @Test
  void a_hostile_map_json_is_told_in_one_line_or_does_no_harm() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.copy(common.resolve("out/embeddings.npy"), out.resolve("embeddings.npy"));
    ObjectNode map = (ObjectNode) JSON.readTree(common.resolve("out/map.json").toFile());
    Map<String, String> variants = variants(map);
    ObjectNode paper = (ObjectNode) map.get("papers").get(0);
    variants(paper)
        .forEach((what, text) -> {
          ObjectNode other = map.deepCopy();
          ((ArrayNode) other.get("papers")).set(0, JSON.readTree(text));
          variants.put("paper: " + what, other.toString());
        });
    variants.put("deep", "[".repeat(100_000));
    variants.put("empty", "");
    variants.put("null", "null");
    variants.put("twice", map.toString() + map);

    List<String> harmless = new ArrayList<>();
    for (Map.Entry<String, String> each : variants.entrySet()) {
      Files.writeString(out.resolve("map.json"), each.getValue());
      Outcome outcome =
          Outcome.of(
              "nearest", "--map", out.toString(), "--mode", "keyword", "-k", "1", "attention");
      if (outcome.status() == ExitCode.OK) {
        harmless.add(each.getKey());
      } else {
        assertToldInOneLine(each.getKey(), outcome);
      }
    }
    assertThat(variants.size() - harmless.size()).as("refused").isGreaterThan(30);
  }

  @Test
  void a_hostile_page_is_told_in_one_line_or_does_no_harm() throws IOException {
    String page = Files.readString(common.resolve("out/map.html"));
    String start = "id=\"meta\">";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("</script>", from);
    JsonNode meta = JSON.readTree(page.substring(from, to));
    Path file = folder.resolve("map.html");
    int refused = 0;
    Map<String, String> variants = variants((ObjectNode) meta);
    ObjectNode other = (ObjectNode) meta.deepCopy();
    variants((ObjectNode) other.get("history"))
        .forEach((what, text) -> {
          other.set("history", JSON.readTree(text));
          variants.put("history: " + what, other.toString());
        });
    for (Map.Entry<String, String> each : variants.entrySet()) {
      Files.writeString(file, page.substring(0, from) + each.getValue() + page.substring(to));
      String whole = common.resolve("out").toString();
      for (Outcome outcome :
          List.of(
              Outcome.of("inspect", file.toString()),
              Outcome.of("extract", file.toString()),
              Outcome.of("diff", file.toString(), whole),
              Outcome.of("diff", whole, file.toString(), "--json"))) {
        if (outcome.status() != ExitCode.OK) {
          assertToldInOneLine(each.getKey(), outcome);
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(30);
  }

  @Test
  void an_index_or_a_map_names_no_folder_to_run_code_from() throws IOException {
    // Given a stranger's model where the header of the map says that it is
    Path model = Files.createDirectory(folder.resolve("model"));
    Files.writeString(
        model.resolve("serving.properties"), "translatorFactory=Evil\ndimension=384\n");
    Files.writeString(model.resolve("model.pt"), "a program");
    Files.writeString(model.resolve("tokenizer.json"), "{}");
    Path out = Files.createDirectory(folder.resolve("out"));
    Files.copy(common.resolve("out/embeddings.npy"), out.resolve("embeddings.npy"));
    ObjectNode map = (ObjectNode) JSON.readTree(common.resolve("out/map.json").toFile());
    ((ObjectNode) map.get("model")).put("name", model.toString());
    Files.writeString(out.resolve("map.json"), map.toString());

    // Then
    Outcome asked = Outcome.of("nearest", "--map", out.toString(), "attention");
    assertToldInOneLine("map", asked);
    assertThat(asked.err()).contains("models.properties");
    String index = folder.resolve("index").toString();
    try (Embedder stranger = Embedder.none(model.toString(), 2);
        PaperIndexWriter writer = PaperIndexWriter.open(Path.of(index), stranger)) {
      writer.put(
          List.of(Paper.of("1", "Title", "abstract")), EmbeddingMatrix.of(new float[] {1, 0}, 2));
      writer.commit();
    }
    for (Outcome outcome :
        List.of(
            Outcome.of("nearest", "--index", index, "attention"),
            Outcome.of("index", Path.of("..", "data").toString(), "--out", index))) {
      assertToldInOneLine("index", outcome);
      assertThat(outcome.err()).contains("is not in models.properties");
    }
    Outcome named =
        Outcome.of(
            "embed",
            Path.of("..", "data").toString(),
            "--out",
            folder.resolve("v.npy").toString(),
            "--model",
            model.toString());
    assertToldInOneLine("model", named);
    assertThat(named.err()).contains("TorchScript").contains("--trust-model");
  }
}
