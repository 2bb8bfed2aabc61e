package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2405.15738               | https://arxiv.org/abs/2405.15738
          arXiv:0704.0001v3        | https://arxiv.org/abs/0704.0001v3
          cond-mat/0207270         | https://arxiv.org/abs/cond-mat/0207270
          math.GT/0309136v1        | https://arxiv.org/abs/math.GT/0309136v1
          10.5281/zenodo.1178806   | https://doi.org/10.5281/zenodo.1178806
          doi:10.1002/(SICI)<1::x> | https://doi.org/10.1002/(SICI)%3C1::x%3E
          https://example.org/p?q  | https://example.org/p?q
          http://example.org/a[1]  | http://example.org/a%5B1%5D
          http://example.org/a;http://example.org/b | http://example.org/a
          https://web.example.org/get/http://example.org/b | https://web.example.org/get/http://example.org/b
          http://my_page.example.org/ | http://my_page.example.org/
          www.example.org/p        | https://www.example.org/p
          """)
  void finds_the_page_of_an_identifier(String id, URI page) {
    assertThat(WebAddresses.pageOf(id)).contains(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12",
        "2405",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)//https://example.org",
        "data:text/html,x",
        "file:///etc/passwd",
        "https:",
        "https:///nowhere",
        "http://example.org/\"onclick=x",
        "http://exa mple.org"
      })
  void makes_no_link_of_anything_else(String id) {
    assertThat(WebAddresses.pageOf(id)).isEmpty();
  }
}
