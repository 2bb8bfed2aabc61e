package org.papermap.embed.internal.formats;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Contents in which one thing stands tens of thousands of times: they are read or refused at once,
/// and neither the stack nor patience ends.
class LongRunsTest {
  private static final int TIMES = 15_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n\n\n",
        "\t",
        " ",
        "---\n",
        "a b\r",
        "<?xml version='1.0'?>\n",
        "<!-- a -->\n",
        "-",
        "=",
        "word ",
        "- ",
        "# a\n",
        "<",
        "<a b",
        " b=c",
        "[",
        "{",
        "\"",
        "'",
        "> ",
        "\\",
        "|",
        "*a",
        "#\n",
        "=001  x\n",
        "insert into x values (",
        "%YAML 1\n",
        "a: b\n",
        "1. ",
        "**",
        ", ",
        " and ",
        "\u00A0",
        "%0 a\r\n\r\n",
        "# a\r\n\r\n",
        "A B",
        "$a",
        "&amp;",
        "👍 ",
        ":a1:",
        "*a b* ",
        "A; ",
        "Lind, A (2020) ",
        "- # a\n",
        "a:: b\n",
        "> a\n",
        "<pre>a",
        "Submitted by a\n",
        "arxiv:2401.00001\n",
        "\u00B7",
        "ab\u00B9\u00B3c"
      })
  void a_run_of_one_thing_is_read_or_refused_at_once(String thing) {
    for (String before :
        new String[] {
          "",
          "<a",
          "title: Knots\n",
          "-- dump\ninsert into x values (1);\n",
          "# Papers\n\n- [Knots](",
          "=LDR  00000nam\n",
          "[1] arXiv:2401.00001\n",
          "Title\tAda Lind",
          "<annotation>",
          "Submitted by a\nKnots\n3 authors\n",
          "<mml:math>",
          "Knots in wet rope\n",
          "# Papers\n\n<details> "
        }) {
      String content = before + thing.repeat(TIMES) + "\nWe tie knots and study them. a b\n";
      assertTimeoutPreemptively(ofSeconds(15), () -> read(content), before);
    }
  }

  private static void read(String content) {
    try {
      Gathered.of(content);
    } catch (IOException _) {
      // Refused.
    }
  }
}
