package org.papermap.cli.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.map.Provenance;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;

/// What is told of two makings of a map that differ.
class MapComparisonTest {
  private static final Provenance.Source PAPERS = new Provenance.Source("papers.csv", "aa");

  private static final Map<String, String> STAGES = stages("");

  @TempDir private Path folder;

  /// @param differing from here on other hashes
  private static Map<String, String> stages(String differing) {
    Map<String, String> stages = new LinkedHashMap<>();
    boolean differ = false;
    for (String stage : List.of("reading", "vectors", "graph", "groups", "layout", "names")) {
      differ |= stage.equals(differing);
      stages.put(stage, differ ? "11" : "00");
    }
    return stages;
  }

  private static Provenance map(
      String version,
      List<Provenance.Source> sources,
      String identity,
      Map<String, String> settings,
      Map<String, String> stages) {
    return new Provenance(
        version,
        sources,
        "model",
        identity,
        new Truncation(256, 10, 0, 1000, 0),
        settings,
        Map.of(),
        stages);
  }

  private static Provenance recorded() {
    return map("1", List.of(PAPERS), "weights a", Map.of("seed", "42"), STAGES);
  }

  private MapComparison against(Provenance made) throws IOException {
    Path page = Files.writeString(folder.resolve("then.html"), "a page");
    Path again = Files.writeString(folder.resolve("now.html"), "another");
    return MapComparison.of(page, recorded(), again, made);
  }

  @Test
  void another_model_is_told_at_the_vectors() throws IOException {
    MapComparison told =
        against(map("1", List.of(PAPERS), "weights b", Map.of("seed", "42"), stages("vectors")));

    assertThat(told.isOfVectors()).isTrue();
    assertThat(told.lines())
        .contains(
            "reading   same",
            "vectors   differs",
            "            model: made with weights a, and here it is weights b",
            "graph     differs, as it follows from the above");
  }

  @Test
  void other_arithmetic_is_told_as_the_processor() throws IOException {
    Provenance made =
        map(
            "1",
            List.of(PAPERS),
            "weights a",
            Map.of("seed", "42", "arithmetic", "float32"),
            stages("vectors"));

    assertThat(against(made).lines()).contains("            processor: none, and here float32");
  }

  @Test
  void another_version_and_setting_are_told_at_the_first_stage_that_differs() throws IOException {
    Provenance made = map("2", List.of(PAPERS), "weights a", Map.of("seed", "7"), stages("layout"));

    assertThat(against(made).lines())
        .containsSubsequence(
            "groups    same",
            "layout    differs",
            "            setting seed: 42, and here 7",
            "            version: Papermap 1 made it, and this is 2",
            "names     differs, as it follows from the above");
  }

  @Test
  void papers_that_are_missing_and_others_are_told_by_their_files() throws IOException {
    Provenance made =
        map(
            "1",
            List.of(new Provenance.Source("more.csv", "bb")),
            "weights a",
            Map.of("seed", "42"),
            stages("reading"));

    assertThat(against(made).lines())
        .contains(
            "            input: papers.csv is missing",
            "            input: more.csv was not there");
  }

  @Test
  void last_digits_of_vectors_are_told_and_the_rest_is_compared_from_the_maps_own()
      throws IOException {
    Path then = folder.resolve("then.npy");
    Path now = folder.resolve("now.npy");
    NpyFile.write(then, EmbeddingMatrix.of(new float[] {0.6f, 0.8f}, 2));
    NpyFile.write(now, EmbeddingMatrix.of(new float[] {0.6f, 0.80001f}, 2));
    Provenance made =
        map("1", List.of(PAPERS), "weights a", Map.of("seed", "42"), stages("vectors"));
    Provenance own = map("1", List.of(PAPERS), "weights a", Map.of("seed", "42"), STAGES);

    List<String> told = against(made).withOwnVectors(own, then, now).lines();

    assertThat(told)
        .contains("vectors   differs", "graph     same", "names     same")
        .anyMatch(it -> it.contains("vectors: they differ by 1e-05 at most"));
  }
}
