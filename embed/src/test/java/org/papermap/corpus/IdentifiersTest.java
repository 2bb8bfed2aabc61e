package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.5555/Made.Up/77(2)",
        "https://doi.org/10.5555/made.up/77(2)",
        "doi:10.5555/MADE.UP/77(2)",
        "DOI: 10.5555/made.up/77(2)",
        "http://dx.doi.org/10.5555/made.up/77%282%29",
        "doi.org/10.5555/made.up/77(2).",
        "https://www.doi.org/10.5555/made.up/77(2)"
      })
  void a_doi_is_one_in_every_spelling(String text) {
    assertThat(Identifiers.doi(text)).contains("10.5555/made.up/77(2)");
    assertThat(Identifiers.normal(text)).isEqualTo("10.5555/made.up/77(2)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2405.15738",
        "arXiv:2405.15738v2",
        "https://arxiv.org/abs/2405.15738",
        "http://arxiv.org/pdf/2405.15738v1.pdf",
        "arxiv.org/abs/2405.15738",
        "https://huggingface.co/papers/2405.15738",
        "10.48550/arXiv.2405.15738",
        "https://doi.org/10.48550/arXiv.2405.15738",
        "arXiv:2405.15738 [cs.CL]",
        "oai:arXiv.org:2405.15738"
      })
  void an_arxiv_identifier_is_one_in_every_spelling(String text) {
    assertThat(Identifiers.arxiv(text)).contains("2405.15738");
    assertThat(Identifiers.doi(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "math.GT/0309136v1, math/0309136",
    "cond-mat/0207270, cond-mat/0207270",
    "https://arxiv.org/abs/hep-th/9901001, hep-th/9901001"
  })
  void old_arxiv_identifiers_lose_their_class_and_version(String text, String id) {
    assertThat(Identifiers.arxiv(text)).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "4449", "12.0", "#7", "(3)"})
  void small_numbers_are_rows(String text) {
    assertThat(Identifiers.isRowNumber(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2405.1573", "12345678", "K0", "smith2020", "10.5555/s.0"})
  void other_identifiers_are_none(String text) {
    assertThat(Identifiers.isRowNumber(text)).isFalse();
  }
}
