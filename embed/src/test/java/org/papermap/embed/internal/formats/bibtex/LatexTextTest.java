package org.papermap.embed.internal.formats.bibtex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      value = {
        "G{\\o}del, M{\\\"u}ller|Gødel, Müller",
        "{\\'{E}}tudes, \\'etudes, {\\'e}t\\'{\\i}|Études, études, étí",
        "\\v{S}koda \\c{c}a, \\c ca, \\H{o}, \\k{a}, \\r{a}, \\d{h}|Škoda ça, ça, ő, ą, å, ḥ",
        "Stra{\\ss}e \\ss{} \\AA ngstr\\\"om|Straße ß Ångström",
        "50\\% of A\\&B costs \\$5 \\_ \\#1 \\{x\\}|50% of A&B costs $5 _ #1 {x}",
        "{{Deep}} {L}earning {\\em for} \\emph{all} \\textbf{\\textit{of us}}|Deep Learning for all"
            + " of us",
        "pages 1--2 --- and ``quoted'' it's|pages 1–2 — and “quoted” it's",
        "$x_{i}^{2} \\alpha$ and {$\\beta$}-carotene|$x_{i}^{2} \\alpha$ and $\\beta$-carotene",
        "a~b\\,c\\ d\\\\e|a b c d e",
        "\\unknown{kept {so}} as it is|\\unknown{kept {so}} as it is",
        "price 5$ alone|price 5$ alone",
        "\\~{} and \\^{} and \\|~ and ^ and \\",
        "\\url{https://x.org} \\href{https://y.org}{here}|https://x.org here",
        "na\\\"{\\i}ve fa{\\c c}ade|naïve façade",
        "\\textasciitilde x \\textless{}y\\textgreater|~x <y>"
      })
  void latex_becomes_what_it_prints(String latex, String printed) {
    assertThat(LatexText.plain(latex)).isEqualTo(printed);
  }
}
