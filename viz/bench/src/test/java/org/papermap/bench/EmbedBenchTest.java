package org.papermap.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EmbedBenchTest {
  private final StringWriter out = new StringWriter();

  @Test
  void everyone_is_timed_on_the_same_texts_and_gives_the_same_vectors(@TempDir Path folder)
      throws Exception {
    Path papers = folder.resolve("papers.csv");
    Files.writeString(
        papers,
        "id,title,abstract\na,Graphs that learn,We learn graphs from a few labels.\n"
            + "b,Long context,We read long texts in windows and keep what matters.\n");

    int status =
        run(new EmbedBench(), papers.toString(), "--texts=3", "--rounds=1", "--only=speed");

    assertThat(status).isZero();
    assertThat(out.toString())
        .contains("matrix peak in float32", "abstracts: 3 texts")
        .containsPattern("matrix peak in bfloat16|no rows for bfloat16 on this machine: ");
    // Least cosine to ONNX Runtime by its first caller: three tables of the three peers, and of
    // Papermap in each number format that this processor has a kernel for.
    int formats = (int) Pattern.compile("matrix peak in").matcher(out.toString()).results().count();
    Matcher cosine = Pattern.compile("(?m)([\\d.]+) / [\\d.]+$").matcher(out.toString());
    List<Double> cosines = cosine.results().map(it -> Double.valueOf(it.group(1))).toList();
    assertThat(cosines).hasSize(3 * (3 + formats)).allMatch(it -> it > 0.9999);
  }

  @Test
  void a_short_soak_is_sound() {
    assertThat(run(new Soak(), "--minutes=0.03")).isZero();

    assertThat(out.toString()).contains("minute   1", "not finite 0  drifted 0", "sound");
  }

  @Test
  void texts_are_cut_to_a_token() throws Exception {
    try (TokenLimit limit = TokenLimit.open()) {
      String text = "antidisestablishmentarianism and \ud83d\ude42 unhappiness ".repeat(20);
      for (int tokens = 3; tokens < 60; tokens += 7) {
        String cut = limit.cut(text, tokens);

        assertThat(text).startsWith(cut);
        assertThat(limit.ids(cut).length).isBetween(tokens - 3, tokens);
      }
      assertThat(limit.cut("as it is", 256)).isEqualTo("as it is");
    }
  }

  @Test
  void quantiles_are_values_that_were_measured() {
    Quantiles hundred =
        Quantiles.of(IntStream.rangeClosed(1, 100).mapToObj(it -> (double) it).toList());

    assertThat(hundred.at(0.5)).isEqualTo(50);
    assertThat(hundred.at(0.99)).isEqualTo(99);
    assertThat(hundred.at(1)).isEqualTo(100);
    assertThat(Quantiles.of(List.of()).at(0.5)).isNaN();
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
  }
}
