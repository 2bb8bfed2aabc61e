package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
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

  @Test
  void filters_let_the_papers_pass_that_they_should(@TempDir Path folder) throws IOException {
    Path papers = folder.resolve("papers.jsonl");
    Files.writeString(
        papers,
        """
        {"title": "A model", "abstract": "One.", "authors": ["Wang"], "date": "2024-05-01", "n": 12}
        {"title": "Two models", "abstract": "Two.", "authors": ["Wu"], "date": "2024-05-02", "n": 3}
        {"title": "None", "abstract": "Three.", "authors": ["Wang"], "date": "2023-01-01", "n": 40}
        """);

    List<String> lines =
        run(new FilterBench(), papers.toString(), "--number", "n", "--queries", "2");

    assertThat(lines.subList(2, lines.size()).stream().map(it -> it.substring(0, 32).strip()))
        .map(it -> it.replaceAll(" +", " "))
        .containsExactly(
            "none 3",
            "a value 2",
            "days 2",
            "numbers 2",
            "part of an author 2",
            "part of a title 2",
            "not 1",
            "this or that 3",
            "all of three 1");
  }
}
