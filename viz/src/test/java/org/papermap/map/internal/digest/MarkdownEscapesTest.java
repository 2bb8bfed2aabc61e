package org.papermap.map.internal.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownEscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      textBlock =
          """
          Sparse attention: a (short) survey, 2nd ed. ¦ Sparse attention: a (short) survey, 2nd ed.
          <img src=x onerror=alert(1)>              ¦ \\<img src=x onerror=alert(1)\\>
          [click](javascript:alert(1))              ¦ \\[click\\](javascript\\:alert(1))
          *bold* _it_ `code` ~~no~~                 ¦ \\*bold\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~
          a | b                                     ¦ a \\| b
          &lt;script&gt;                            ¦ \\&lt;script\\&gt;
          $O(n^2)$                                  ¦ \\$O(n\\^2)\\$
          see https://evil.example/x                ¦ see https\\://evil.example/x
          see www.evil.example                      ¦ see www\\.evil.example
          a \\ b                                    ¦ a \\\\ b
          ![](http://x)                             ¦ \\!\\[\\](http\\://x)
          @everyone #1                              ¦ \\@everyone \\#1
          """)
  void marks_that_are_markup_stand_behind_a_backslash(String text, String escaped) {
    assertThat(MarkdownEscapes.of(text)).isEqualTo(escaped);
  }

  @Test
  void a_text_stays_in_its_line_and_hides_nothing() {
    assertThat(MarkdownEscapes.of("One\n\n# Two\r\u2028three\u202egnp.exe\u0007 \u001b[2J"))
        .isEqualTo("One \\# Two threegnp.exe \\[2J");
  }

  @Test
  void a_link_leads_to_the_web_and_ends_where_it_should() {
    assertThat(MarkdownEscapes.link("A title]", URI.create("https://example.org/a_(b)?c=d")))
        .isEqualTo("[A title\\]](https://example.org/a_%28b%29?c=d)");
    assertThat(MarkdownEscapes.link("A title", URI.create("javascript:alert(1)")))
        .isEqualTo("A title");
    assertThat(MarkdownEscapes.link("A title", null)).isEqualTo("A title");
  }
}
