package org.papermap.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "=",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(A1)"
      })
  void what_would_be_a_formula_stands_behind_an_apostrophe(String formula) {
    assertThat(SpreadsheetText.of(formula)).isEqualTo("'" + formula);
    assertThat(SpreadsheetText.plain("'" + formula)).isEqualTo(formula);
  }

  @Test
  void other_text_stays() {
    assertThat(SpreadsheetText.of("")).isEmpty();
    assertThat(SpreadsheetText.of("a = b")).isEqualTo("a = b");
    assertThat(SpreadsheetText.of(" =1")).isEqualTo(" =1");
    assertThat(SpreadsheetText.plain("'Tis nobler")).isEqualTo("'Tis nobler");
    assertThat(SpreadsheetText.plain("'")).isEqualTo("'");
  }
}
