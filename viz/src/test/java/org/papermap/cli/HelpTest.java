package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cli.internal.terminal.ExitCode;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "map",
        "read",
        "index",
        "nearest",
        "diff",
        "digest",
        "place",
        "embed",
        "names",
        "eval",
        "eval retrieval",
        "eval sts",
        "eval topics",
        "eval names",
        "eval search",
        "inspect",
        "verify",
        "extract",
        "models",
        "cache",
        "notebook"
      })
  void every_command_says_what_it_does_and_shows_examples(String command) {
    Outcome help = Outcome.of((command + " --help").split(" ", -1));

    assertThat(help.status()).isEqualTo(ExitCode.OK);
    assertThat(help.out())
        .contains("Usage: papermap " + command, "-h, --help", "-V, --version")
        .containsPattern("\\n\\nExamples:\\n  papermap " + command + "\\b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"map", "eval sts"})
  void every_command_knows_its_version(String command) {
    Outcome version = Outcome.of((command + " --version").split(" ", -1));

    assertThat(version.status()).isEqualTo(ExitCode.OK);
    assertThat(version.out()).isEqualTo(Outcome.of("--version").out()).isNotBlank();
  }
}
