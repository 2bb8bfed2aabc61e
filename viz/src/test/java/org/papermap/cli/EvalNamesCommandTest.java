package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

class EvalNamesCommandTest {
  @TempDir static Path folder;

  @Test
  void names_are_measured_by_level_and_listed() throws IOException {
    Path map = BreadAndStars.map(folder);

    Outcome eval = Outcome.of("eval", "names", map.toString());

    assertThat(eval.status()).as(eval.err()).isEqualTo(ExitCode.OK);
    // Of bread and stars every paper is nearer to its own topic's name.
    assertThat(eval.out())
        .containsPattern(
            "(?m)^topics +2  1\\.000  1\\.000 +[01]\\.\\d{3} +1\\.000 +1\\.000  1\\.000$")
        .containsPattern("(?m)^all +2 ")
        .contains("The lowest scores (2 names):")
        .doesNotContain("sub-topics ");
    assertThat(Outcome.of("eval", "names", map.toString(), "--all").out()).contains("Every name:");
  }

  @Test
  void a_folder_without_a_map_is_told() {
    Outcome eval = Outcome.of("eval", "names", folder.resolve("none").toString());

    assertThat(eval.status()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(eval.err()).contains("none: there is no map.");
  }
}
