package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.vectors.NpyFile;
import picocli.CommandLine;

class LookupBenchTest {
  private static List<String> run(Object command, String... args) {
    StringWriter out = new StringWriter();
    int status =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(out))
            .execute(args);
    assertThat(status).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void all_engines_find_what_the_oracle_does() {
    List<String> lines =
        run(new LookupBench(), "--sizes", "2000", "--queries", "20", "--rounds", "1");

    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("2,000 vectors of 384, made up: cosine mean 0.");
    assertThat(lines.get(2)).matches("exact .* 1\\.0000");
    assertThat(lines.get(3)).matches("graph .* (1\\.0000|0\\.99\\d\\d)");
    assertThat(lines.get(4)).matches("langchain4j .* 1\\.0000");
  }

  @Test
  void vectors_are_read_from_a_file(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("vectors.npy");
    NpyFile.write(file, MadeUpVectors.of(520, 16, 3));

    List<String> lines =
        run(
            new LookupBench(),
            "--vectors",
            file.toString(),
            "--queries",
            "20",
            "--rounds",
            "1",
            "--engines",
            "exact");

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("500 vectors of 16, " + file);
  }

  @Test
  void made_up_vectors_lie_to_each_other_as_abstracts_do() {
    EmbeddingMatrix vectors = MadeUpVectors.of(10_000, 384, 1);
    EmbeddingMatrix queries = vectors.select(IntStream.range(0, 50).toArray());

    LookupOracle oracle = LookupOracle.of(vectors, queries, 10);

    assertThat(oracle.firstCosine()).isCloseTo(1, within(1e-6));
    assertThat(oracle.meanCosine()).isCloseTo(0.36, within(0.08));
    assertThat(oracle.lastCosine()).isCloseTo(0.69, within(0.08));
    assertThat(oracle.recall(0, List.of("p0"))).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void readers_see_no_torn_answer_in_some_seconds() {
    List<String> lines = run(new SoakIndexBench(), "--minutes", "0.05", "--readers", "3");

    assertThat(lines)
        .singleElement()
        .asString()
        .contains("3 readers")
        .contains(" 0 threads failed");
  }
}
