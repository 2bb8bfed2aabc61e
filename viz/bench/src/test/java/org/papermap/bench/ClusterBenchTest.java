package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine;

class ClusterBenchTest {
  @TempDir Path folder;

  private static List<String> bench(String... arguments) {
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(new ClusterBench()).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(status).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void each_stage_is_timed_beside_smiles_at_each_size() throws Exception {
    Path vectors = folder.resolve("vectors.npy");
    NpyFile.write(vectors, ClusterBench.mixture(120));

    List<String> lines =
        bench("--papers", "120,400", "--vectors", vectors.toString(), "--smile-limit", "200");

    for (String size : List.of("120", "400")) {
      for (String stage :
          List.of("graph", "clusters", "t-SNE", "UMAP", "labels", "quality", "all")) {
        assertThat(lines)
            .filteredOn(line -> line.matches(" *" + size + "  " + stage + " +\\d+\\.\\d\\d.*"))
            .hasSize(1);
      }
    }
    assertThat(line(lines, "120  graph"))
        .endsWith("vectors of the file; all pairs compared; as Smile does")
        .doesNotContain(" - ");
    assertThat(line(lines, "400  graph"))
        .contains(" - ")
        .endsWith("mixture; all pairs compared; Smile's search left out for its time");
  }

  private static String line(List<String> lines, String part) {
    return lines.stream().filter(line -> line.contains(part)).findFirst().orElseThrow();
  }

  @Test
  void the_mixture_has_neighbors_as_near_as_abstracts_have_and_no_nearer() {
    EmbeddingMatrix papers = ClusterBench.mixture(2000);
    NeighborGraph graph = NeighborGraph.exact(papers, 15);

    double mean = 0;
    for (int row = 0; row < 2000; row++) {
      mean += graph.similarity(row, 7) / 2000;
    }

    assertThat(mean).isBetween(0.4, 0.7);
  }
}
