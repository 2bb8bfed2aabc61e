package org.papermap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.papermap.cli.internal.terminal.ExitCode;

/// `papermap verify`: whether a map is what its papers give.
class VerifyCommandTest {
  private static final Path DATA = Path.of("..", "data");

  private static final List<String> STAGES =
      List.of("reading", "vectors", "graph", "groups", "layout", "names", "page");

  @TempDir private Path folder;

  private Path papers;
  private Path out;

  @BeforeEach
  void make_a_map() throws IOException {
    papers = folder.resolve("efficiency-papers.txt");
    out = folder.resolve("out");
    Files.copy(DATA.resolve("efficiency-papers.txt"), papers);
    Outcome made =
        Outcome.of(
            "map", papers.toString(), "--out", out.toString(), "--no-meaning", "--topics", "6");
    assertThat(made.status()).as(made.err()).isEqualTo(ExitCode.OK);
  }

  private static Outcome verify(Path... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "verify";
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i].toString();
    }
    return Outcome.of(all);
  }

  private static void assertAnother(Outcome outcome, String first) {
    assertThat(outcome.status()).as(outcome.err() + outcome.out()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).endsWith("Another map.\n");
    for (String stage : STAGES.subList(0, STAGES.indexOf(first))) {
      assertThat(outcome.out()).containsPattern("(?m)^" + stage + " +same$");
    }
    assertThat(outcome.out()).containsPattern("(?m)^" + first + " +differs$");
  }

  @Test
  void a_map_that_its_papers_give_is_the_same_in_every_stage() {
    for (Outcome outcome : List.of(verify(out), verify(out.resolve("map.html"), papers))) {
      assertThat(outcome.status()).as(outcome.err() + outcome.out()).isEqualTo(ExitCode.OK);
      assertThat(outcome.out().lines().limit(7))
          .allMatch(it -> it.matches("[a-z]+ +same"))
          .map(it -> it.replaceFirst(" .*", ""))
          .isEqualTo(STAGES);
      assertThat(outcome.out()).endsWith("The map is what its papers give.\n");
    }
  }

  @Test
  void other_papers_are_told_as_an_input_that_has_changed() throws IOException {
    String text = Files.readString(papers);
    Files.writeString(papers, text.replaceFirst("memory", "memories"));

    Outcome outcome = verify(out, papers);

    assertAnother(outcome, "reading");
    assertThat(outcome.out())
        .contains("input: efficiency-papers.txt has changed")
        .contains("differs, as it follows from the above");
    assertThat(verify(out).err())
        .contains("made from efficiency-papers.txt, which is not here or has changed.");
  }

  @Test
  void a_page_or_a_table_that_was_changed_afterwards_is_told() throws IOException {
    Path page = out.resolve("map.html");
    Files.writeString(page, Files.readString(page).replaceFirst("Zoom in", "Zoom on"));
    Files.writeString(out.resolve("papers.csv"), "id\n");

    Outcome outcome = verify(out, papers);

    assertAnother(outcome, "page");
    assertThat(outcome.out())
        .contains("file: the page was changed after it was made")
        .containsPattern("map.html +changed since the map was made")
        .containsPattern("papers.csv +changed since the map was made");
  }

  @Test
  void what_was_left_behind_of_the_work_is_nothing() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    assertThat(verify(out).status()).isEqualTo(ExitCode.OK);

    try (var left = Files.list(temporary)) {
      assertThat(left.map(it -> it.getFileName().toString()))
          .noneMatch(it -> it.startsWith("papermap-verify"));
    }
  }
}
