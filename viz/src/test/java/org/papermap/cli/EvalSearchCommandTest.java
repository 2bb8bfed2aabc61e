package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.eval.SearchQuestion;
import org.papermap.cli.internal.terminal.ExitCode;
import org.papermap.files.InputException;
import org.papermap.viz.Browsers;

class EvalSearchCommandTest {
  @TempDir private Path folder;

  @Test
  void most_of_what_the_page_finds_is_on_topic() throws URISyntaxException {
    assumeFalse(Browsers.isMissing(), "no chromium on this machine");
    Outcome made = Outcome.of("map", Path.of("..", "data").toString(), "--out", folder.toString());
    assertThat(made.status()).isEqualTo(ExitCode.OK);
    Path questions =
        Path.of(
            Objects.requireNonNull(EvalSearchCommandTest.class.getResource("search-questions.tsv"))
                .toURI());

    Outcome asked =
        Outcome.of(
            "eval",
            "search",
            folder.resolve("map.html").toString(),
            questions.toString(),
            "--titles");

    assertThat(asked.status()).as(asked.err()).isEqualTo(ExitCode.OK);
    Matcher found =
        Pattern.compile("(\\d+) of the first 55 papers are on topic\\.").matcher(asked.out());
    assertThat(found.find()).as(asked.out()).isTrue();
    // Few words can be learnt from 91 papers.
    assertThat(Integer.parseInt(found.group(1))).as(asked.out()).isGreaterThanOrEqualTo(20);
    assertThat(asked.out())
        .contains("3 of 3 questions without an answer found nothing.")
        .contains("nothing  pizza recipes")
        .contains("        + ");
  }

  @Test
  void a_line_without_a_rule_is_refused_with_its_number() throws IOException {
    Path file = Files.writeString(folder.resolve("q.tsv"), "# rules\n\nwhat\tw.*\nno rule\n");
    Path wrong = Files.writeString(folder.resolve("wrong.tsv"), "what\t(\n");

    assertThatThrownBy(() -> SearchQuestion.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ":4: not a question with a rule. Put one tab between the two.");
    assertThatThrownBy(() -> SearchQuestion.read(wrong))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(wrong + ":1: not a regular expression: ");
  }
}
