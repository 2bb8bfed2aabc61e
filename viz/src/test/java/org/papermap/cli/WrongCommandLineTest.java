package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.cli.internal.terminal.ExitCode;

class WrongCommandLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "map --seed abc            | --seed: abc. Give a whole number.",
        "nearest -k x text         | -k: x. Give a whole number.",
        "nearest --min-score z x   | --min-score: z. Give a number.",
        "nearest --mode foo x      | --mode: foo. Give semantic, keyword or hybrid.",
        "map --topics x            | topics: x. Give auto, or 1 or more.",
        "map --out                 | --out DIR: missing. Give it.",
        "index foo.csv             | --out DIR: missing. Give it.",
        "eval sts                  | FILE: missing. Give it.",
        "embed                     | --out FILE.npy and INPUT: missing. Give them.",
        "map --out a --out b       | --out: given twice. Give it once.",
        "map --bogus               | --bogus: not an option of 'papermap map'. Leave it out.",
        "models x                  | x: one word too many for 'papermap models'. Leave it out.",
        "eval foo                  | foo: not a command. Give retrieval, sts, topics, names or"
            + " search.",
        "notebook --check --refresh | --check and --refresh: one after the other. Give one.",
        "notebook --check --port=1 | --port=1: an option for Jupyter, which is not opened here."
            + " Leave it out.",
      })
  void it_is_told_where_what_was_found_and_what_to_do(String line, String told) {
    Outcome outcome = Outcome.of(line.split(" "));

    assertThat(outcome.status()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .hasSize(2)
        .startsWith("papermap: " + told)
        .last()
        .asString()
        .startsWith("Try 'papermap");
  }
}
