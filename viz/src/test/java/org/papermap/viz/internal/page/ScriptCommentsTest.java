package org.papermap.viz.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptCommentsTest {
  @Test
  void comments_and_the_lines_that_they_leave_blank_go() {
    String script =
        """
        // first
        const a = 1; // of two

        /**
         * More.
         */
        const b = /** @type {number} */ (a);
        """;

    assertThat(ScriptComments.removed(script)).isEqualTo("const a = 1;\nconst b = (a);\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "const a = '// no \\' comment';",
        "const a = \"/* none */\";",
        "const a = `one // two ${b ? `/* ${{ c: '}' }.c} */` : 'http://d'} // three`;",
        "const a = /[/*]\\/\\/'/.test(b);",
        "const a = (b) => /'/.test(b) && !/\"/.test(b);",
        "const f = () => { return /`/g; };",
        "const a = b / c / d;",
        "const a = (b + 1) / 2, c = d[0] / 2, e = 1 / 2;",
      })
  void what_only_looks_like_a_comment_stays(String script) {
    assertThat(ScriptComments.removed(script + " // one\n")).isEqualTo(script + "\n");
  }

  @Test
  void blank_lines_in_templates_stay() {
    assertThat(ScriptComments.removed("const a = `one\n\n  // two  \n`;\n"))
        .isEqualTo("const a = `one\n\n  // two  \n`;\n");
  }

  @Test
  void a_comment_without_an_end_is_told() {
    assertThatThrownBy(() -> ScriptComments.removed("const a = 1; /* more"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("script: no */ after a comment. Add it.");
  }
}
