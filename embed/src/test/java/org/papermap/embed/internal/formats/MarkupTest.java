package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "for all a < b and c > d",
        "with n<10 and m>5",
        "the <unk> token and <mask>",
        "padding by <s> and </s>",
        "Escaping <script> in pages",
        "List<String> in Java",
        "$\\mathcal{O}(n^{0})$ steps",
        "we show $\\alpha \\le 0.5$ and \\(x < y\\)",
        "the set {a, b}",
        "AT&T and R&D; done",
        "$x$ costs \\foo{bar}",
        "if x<y, then y>x"
      })
  void keeps_what_only_looks_like_markup(String text) {
    assertThat(Markup.plain(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          grassl&amp; <i>soils</i>                        | grassl& soils
          CO<jats:sub>2</jats:sub>, p &amp;lt; 0.05       | CO2, p < 0.05
          &lt;jats:p&gt;Double&lt;/jats:p&gt; done        | Double done
          a&nbsp;b &#8211; c &#x2013; d &eacute;          | a b – c – d é
          a <br/>b<br>c                                   | a b c
          <a href="https://example.org/?a=1">link</a> on  | link on
          <span class='x'>in</span>side                   | inside
          H<SUB>2</SUB>O                                  | H2O
          &unknown; stays                                 | &unknown; stays
          p &lt; 0.05 &gt; q                              | p < 0.05 > q
          the &lt;unk&gt; token                           | the <unk> token
          <b>one alone                                    | <b>one alone
          """)
  void takes_tags_and_entities_away(String text, String plain) {
    assertThat(PlainText.oneLine(Markup.plain(text))).isEqualTo(plain);
  }

  @Test
  void takes_the_heading_and_sections_of_jats_away() {
    String jats =
        "<jats:title>Abstract</jats:title>\n<jats:sec><jats:title>Background</jats:title>"
            + "<jats:p>We look.</jats:p></jats:sec><jats:sec><jats:title>Results</jats:title>"
            + "<jats:p>We see.</jats:p></jats:sec>";

    assertThat(PlainText.oneLine(Markup.plain(jats)))
        .isEqualTo("Background We look. Results We see.");
  }

  @Test
  void says_a_formula_once_that_is_written_twice() {
    String jats =
        "of <jats:alternatives><mml:math><mml:mi>x</mml:mi></mml:math><jats:tex-math>$x$</jats:tex-math></jats:alternatives>"
            + " and <mml:math><mml:mi>y</mml:mi></mml:math>";

    assertThat(Markup.plain(jats)).isEqualTo("of $x$ and y");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {\\`a} la M{\\"u}ller: $n^{0}$ \\& more     | à la Müller: $n^{0}$ & more
          M\\"uller and \\'{E}mile, Erd\\H{o}s          | Müller and Émile, Erdős
          \\v{S}koda, {\\v c}, \\c{c}a, \\'\\i           | Škoda, č, ça, í
          Stra{\\ss}e, \\o re, {\\AA}ngstr\\"om          | Straße, øre, Ångström
          55 \\% of \\textit{in situ} \\emph{and \\textbf{bold}} | 55 % of in situ and bold
          {\\it old} type                                | old type
          """)
  void turns_latex_into_letters(String text, String plain) {
    assertThat(Markup.plain(text)).isEqualTo(plain);
  }

  @Test
  void a_sign_of_formulas_in_a_long_text_is_no_trouble() {
    String text = "It costs $$ " + "a word ".repeat(100_000) + "and $5" + " more".repeat(20_000);

    assertThat(Markup.plain(text)).isEqualTo(text);
    assertThat(Markup.plain("As $a_{\\text{x}} < b$ holds \\emph{here}"))
        .isEqualTo("As $a_{\\text{x}} < b$ holds here");
  }
}
