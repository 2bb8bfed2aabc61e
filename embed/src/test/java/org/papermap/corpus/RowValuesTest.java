package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowValuesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2024                          | 2024-01-01
          2024.0                        | 2024-01-01
          2024-5                        | 2024-05-01
          2024-05-24                    | 2024-05-24
          2024/05/24                    | 2024-05-24
          2024-05-24T17:34:15.000Z      | 2024-05-24
          2024-05-24 23:59:59+02:00     | 2024-05-24
          Mon, 2 Apr 2007 19:18:42 GMT  | 2007-04-02
          2 April 2007                  | 2007-04-02
          Apr 2, 2007                   | 2007-04-02
          september 12, 2019            | 2019-09-12
          2024-02-29                    | 2024-02-29
          """)
  void reads_dates_as_people_write_them(String text, LocalDate date) {
    assertThat(RowValues.date(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "Apr 3",
        "2023-02-30",
        "2024-13",
        "24",
        "20240524",
        "3 Foo 2020",
        "12/05/2024"
      })
  void leaves_alone_what_is_no_date_or_could_be_two(String text) {
    assertThat(RowValues.date(text)).isEmpty();
  }

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
          """)
  void finds_the_page_of_an_identifier(String id, URI page) {
    assertThat(RowValues.pageOf(id)).contains(page);
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
    assertThat(RowValues.pageOf(id)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A                                  | A
          Ann Lee, Bob Ray and Cy Wu         | Ann Lee/Bob Ray/Cy Wu
          Ann Lee, Bob Ray, and Cy Wu        | Ann Lee/Bob Ray/Cy Wu
          Lee, Ann; Ray, Bob                 | Lee, Ann/Ray, Bob
          Lee, Ann and Ray, Bob and Wu, Cy   | Lee, Ann/Ray, Bob/Wu, Cy
          Lee, Ann                           | Lee, Ann
          Ann Lee, Bob Ray                   | Ann Lee/Bob Ray
          Alexander Anderson                 | Alexander Anderson
          """)
  void tells_the_names_in_a_list_apart(String text, String names) {
    assertThat(RowValues.names(text)).isEqualTo(Arrays.asList(names.split("/", -1)));
  }
}
