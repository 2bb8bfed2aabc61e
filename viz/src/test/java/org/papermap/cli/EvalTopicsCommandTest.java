package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

class EvalTopicsCommandTest {
  @TempDir Path folder;

  private String papers = "";

  @BeforeEach
  void write_papers() throws IOException {
    Path file = folder.resolve("papers.csv");
    Files.writeString(
        file,
        """
        title,abstract,field of study
        Sourdough bread,Baking bread with wild yeast in a hot oven.,baking
        Rye bread,Rye flour makes a dense bread when baked slowly.,baking
        Baguettes,The crust of bread baked with steam in the oven.,baking
        Yeast and dough,How yeast raises the dough of bread before baking.,baking
        Black holes,Gravitational waves of merging black holes in distant galaxies.,stars
        Neutron stars,Merging neutron stars give off gravitational waves and light.,stars
        Galaxies,Stars and black holes in the middle of young galaxies.,stars
        Supernovae,The light of exploding stars in distant galaxies.,stars
        Tides,The moon pulls the sea twice a day.,
        """);
    papers = file.toString();
  }

  @Test
  void topics_are_measured_by_each_method() {
    Outcome eval = Outcome.of("eval", "topics", papers, "--label", "field of study");

    assertThat(eval.status()).as(eval.err()).isEqualTo(ExitCode.OK);
    assertThat(eval.err()).contains("papers.csv: 1 paper without a field 'field of study'");
    assertThat(eval.out()).contains("8 papers, 2 labels, 3 seeds, all-MiniLM-L6-v2");
    for (String method : new String[] {"papermap", "ward", "leiden"}) {
      assertThat(eval.out())
          .containsPattern(
              "(?m)^" + method + " +2\\.0 +0\\.0 % +1\\.000 +1\\.000 +1\\.000 +\\d+\\.\\d\\d$");
    }
    // Too few for regions; and k-means finds what its seeds let it find, but in two groups.
    assertThat(eval.out()).containsPattern("hdbscan +\\d\\.\\d +\\d+\\.\\d % +-?\\d\\.\\d{3}");
    assertThat(eval.out()).containsPattern("k-means +2\\.0 +0\\.0 % +-?\\d\\.\\d{3}");
  }

  @Test
  void one_seed_has_none_to_agree_with() {
    Outcome eval =
        Outcome.of("eval", "topics", papers, "--field", "field of study", "--seeds", "1");

    assertThat(eval.out())
        .containsPattern("(?m)leiden +2\\.0 +0\\.0 % +1\\.000 +1\\.000 {2,}\\d+\\.\\d\\d$");
  }

  @Test
  void a_field_that_no_paper_has_is_told() {
    Outcome eval = Outcome.of("eval", "topics", papers, "--label", "colour");

    assertThat(eval.status()).isEqualTo(ExitCode.USAGE);
    assertThat(eval.out()).isEmpty();
    assertThat(eval.err().lines())
        .singleElement()
        .asString()
        .endsWith("no paper has a field 'colour'. Name the one with labels with --label.");
  }
}
