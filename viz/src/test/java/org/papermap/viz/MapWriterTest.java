package org.papermap.viz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.layout.Layout;
import org.papermap.map.PaperMap;
import org.papermap.viz.internal.page.AbstractsPayload;
import org.papermap.viz.internal.page.Columns;
import org.papermap.viz.internal.page.Gzip;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MapWriterTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @TempDir Path folder;

  @Test
  void the_policy_names_the_hash_of_the_one_script_and_the_one_style() {
    String page = MapWriter.toHtml(SampleMaps.of(30));
    String policy = group(page, "Content-Security-Policy\" content=\"([^\"]*)\"");

    String script = group(page, "<script>(.*?)</script>");
    String style = group(page, "<style>(.*?)</style>");
    assertThat(policy)
        .isEqualTo(
            "default-src 'none'; script-src 'sha256-%s'; style-src 'sha256-%s'; img-src data:"
                + " blob:; base-uri 'none'; form-action 'none'",
            sha256(script), sha256(style));
    assertThat(Pattern.compile("<script>").matcher(page).results().count()).isEqualTo(1);
    assertThat(Pattern.compile("<style").matcher(page).results().count()).isEqualTo(1);
  }

  @Test
  void the_shell_loads_nothing_and_handles_no_event_in_markup() {
    String page = MapWriter.toHtml(SampleMaps.of(30));
    String shell = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");

    assertThat(shell).doesNotContainPattern("\\s(src|href|action|style|on[a-z]+)\\s*=");
    assertThat(page).doesNotContain("javascript:").doesNotContain("innerHTML");
  }

  @Test
  void hostile_texts_end_no_element_and_are_not_filled_in_again() {
    String page = MapWriter.toHtml(SampleMaps.of(30, "</title></script><b>\"A\" {{script}}"));

    // Seven elements with what the page knows and the one in which the script stands.
    assertThat(
            Pattern.compile("</script", Pattern.CASE_INSENSITIVE).matcher(page).results().count())
        .isEqualTo(8);
    assertThat(group(page, "<title>(.*?)</title>"))
        .isEqualTo("&lt;/title&gt;&lt;/script&gt;&lt;b&gt;&quot;A&quot; {{script}}");
    assertThat(meta(page).get("title").asString())
        .isEqualTo("</title></script><b>\"A\" {{script}}");
  }

  @Test
  void line_separators_are_escaped_in_the_description() {
    String page = MapWriter.toHtml(SampleMaps.of(3, "one\u2028two\u2029three"));

    assertThat(element(page, "meta")).contains("one\\u2028two\\u2029three");
    assertThat(meta(page).get("title").asString()).isEqualTo("one\u2028two\u2029three");
  }

  @Test
  void what_goes_in_comes_out() throws IOException {
    PaperMap map = SampleMaps.of(91);
    String page = MapWriter.toHtml(map);
    JsonNode meta = meta(page);

    byte[] block = Columns.block(element(page, "picture"), element(page, "columns"));
    String[] texts = element(page, "papers").split("\n");
    JsonNode titles = JSON.readTree(unpacked(texts[1]));
    List<String> abstracts = AbstractsPayload.read(element(page, "abstracts"));
    int papers = map.corpus().size();
    assertThat(meta.get("texts").get(1).asString()).isEqualTo("title");
    for (int row = 0; row < papers; row++) {
      assertThat(column(meta, block, "x")[row] / 65536f).isEqualTo(map.layout().x(row));
      assertThat(column(meta, block, "y")[row] / 65536f).isEqualTo(map.layout().y(row));
      assertThat(column(meta, block, "topic")[row]).isEqualTo(map.tree().topics().label(row));
      for (int rank = 0; rank < 10; rank++) {
        assertThat(column(meta, block, "neighbor")[rank * papers + row])
            .isEqualTo(map.neighbors().neighbor(row, rank));
        assertThat(column(meta, block, "cosine")[rank * papers + row] / 10_000f)
            .isCloseTo(map.neighbors().similarity(row, rank), within(1e-4f));
      }
      assertThat(titles.get(row).asString()).isEqualTo(map.corpus().paper(row).title());
      assertThat(abstracts.get(row)).isEqualTo(map.corpus().paper(row).abstractText());
    }
    assertThat(meta.get("topics").get(0).get("name").asString())
        .isEqualTo(map.topics().getFirst().name());
  }

  @Test
  void the_same_map_gives_the_same_bytes() throws IOException {
    MapWriter.write(SampleMaps.of(60), folder.resolve("a.html"));
    MapWriter.write(SampleMaps.of(60), folder.resolve("b.html"));

    assertThat(folder.resolve("a.html")).hasSameBinaryContentAs(folder.resolve("b.html"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName)).map(Path::toString).containsOnly("a.html", "b.html");
    }
  }

  @Test
  void a_file_that_cannot_be_written_leaves_nothing_behind() throws IOException {
    Path taken = folder.resolve("map.html");
    Files.createDirectories(taken.resolve("full"));

    assertThatThrownBy(() -> MapWriter.write(SampleMaps.of(2), taken))
        .isInstanceOf(IOException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsOnly(taken);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void few_papers_make_a_map_without_a_number_that_is_none(int papers) {
    String page = MapWriter.toHtml(SampleMaps.of(papers));

    assertThat(meta(page).get("papers").asInt()).isEqualTo(papers);
    assertThat(element(page, "meta")).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void half_a_character_in_a_title_does_not_stop_the_writer() throws IOException {
    Path file = folder.resolve("map.html");
    MapWriter.write(SampleMaps.of(2, "cut \ud83d"), file);

    assertThat(Files.readString(file)).contains("<title>cut ?</title>");
  }

  @Test
  void parts_of_another_size_are_refused() {
    PaperMap map = SampleMaps.of(20);

    assertThatThrownBy(() ->
            new PaperMap(
                map.title(),
                map.corpus(),
                map.neighbors(),
                Layout.of(new double[38]),
                map.layoutQuality(),
                map.tree(),
                map.named(),
                map.themes(),
                map.provenance()))
        .hasMessage("layout: 19 rows for 20 papers. Make every part from the same corpus.");
    assertThatThrownBy(() ->
            new PaperMap(
                map.title(),
                map.corpus(),
                map.neighbors(),
                map.layout(),
                map.layoutQuality(),
                ClusterTree.of(List.of(Clustering.of(new int[20]))),
                map.named(),
                map.themes(),
                map.provenance()))
        .hasMessage("3 topics for 1 clusters. Name each cluster once.");
  }

  private static Offset<Float> within(float value) {
    return Offset.offset(value);
  }

  private static JsonNode meta(String page) {
    return JSON.readTree(element(page, "meta"));
  }

  private static int[] column(JsonNode meta, byte[] block, String name) {
    for (JsonNode it : meta.get("columns")) {
      if (it.get("name").asString().equals(name)) {
        return Columns.read(JSON.treeToValue(it, Columns.Column.class), block);
      }
    }
    throw new AssertionError("no column " + name);
  }

  private static byte[] unpacked(String packed) {
    try {
      return Gzip.unpack(packed);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String element(String page, String id) {
    return group(page, "id=\"" + id + "\">(.*?)</script>");
  }

  private static String group(String page, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
