package org.papermap.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperDatesTest {
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
          2021-03-15T23:30:00-08:00     | 2021-03-15
          Mon, 2 Apr 2007 19:18:42 GMT  | 2007-04-02
          Thu Apr 01 2021 10:00:00 GMT+0200 | 2021-04-01
          2 April 2007                  | 2007-04-02
          15 March 2021                 | 2021-03-15
          Apr 2, 2007                   | 2007-04-02
          August 1, 1989                | 1989-08-01
          september 12, 2019            | 2019-09-12
          2024-02-29                    | 2024-02-29
          2021 Mar 15                   | 2021-03-15
          2022 Sep                      | 2022-09-01
          Mar 2021                      | 2021-03-01
          March, 2021                   | 2021-03-01
          2013 Mar-Apr                  | 2013-03-01
          15. März 2021                 | 2021-03-15
          5 января 2018                 | 2018-01-05
          12 Aralık 2005                | 2005-12-12
          3. května 2014                | 2014-05-03
          3 września 2014               | 2014-09-03
          2024–03                       | 2024-03-01
          7-12 June 2015                | 2015-06-07
          June 7–12, 2015               | 2015-06-07
          15 février 2021               | 2021-02-15
          3 de mayo de 2020             | 2020-05-03
          15.03.2021                    | 2021-03-15
          03.04.2021                    | 2021-04-03
          15/03/2021                    | 2021-03-15
          03/15/2021                    | 2021-03-15
          03/2021                       | 2021-03-01
          20210315                      | 2021-03-15
          20210315T101500Z              | 2021-03-15
          1615766400000                 | 2021-03-15
          1615766400                    | 2021-03-15
          2021年3月15日                  | 2021-03-15
          2021-W10                      | 2021-03-08
          2021-00-00                    | 2021-01-01
          c. 1999                       | 1999-01-01
          2021 (online)                 | 2021-01-01
          [2021]                        | 2021-01-01
          202103                        | 2021-03-01
          2021-03-02/2021-05-01         | 2021-03-02
          15-Mar-21                     | 2021-03-15
          Mar-98                        | 1998-03-01
          3/15/21                       | 2021-03-15
          15.03.21                      | 2021-03-15
          """)
  void reads_dates_as_people_write_them(String text, LocalDate date) {
    PaperDates.Reading reading = PaperDates.of(text).orElseThrow();

    assertThat(reading.date()).isEqualTo(date);
    assertThat(reading.whole()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Spring 2021 | 2021-01-01
          Summer 2020 | 2020-01-01
          2019-02-30  | 2019-02-01
          2021-13-01  | 2021-01-01
          2020-21     | 2020-01-01
          12/05/2024  | 2024-01-01
          2021-W13    | 2021-01-01
          2021-W60    | 2021-01-01
          """)
  void reads_at_least_the_year_and_never_a_month_that_may_be_wrong(String text, LocalDate date) {
    PaperDates.Reading reading = PaperDates.of(text).orElseThrow();

    assertThat(reading.date()).isEqualTo(date);
    assertThat(reading.whole()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2021        | 2021
          Mar 2021    | 2021-03
          2021-03     | 2021-03
          202103      | 2021-03
          Spring 2021 | 2021
          12/05/2024  | 2024
          2019-02-30  | 2019-02
          c. 1999     | 1999
          15 Mar 2021 | 2021-03-15
          1615800000  | 2021-03-15
          """)
  void tells_no_more_of_a_date_than_is_said(String text, String told) {
    assertThat(PaperDates.of(text).map(PaperDates.Reading::text)).contains(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "Apr 3", "24", "99", "in press", "n.d.", "3 Foo", "0000", ""})
  void leaves_alone_what_names_no_year(String text) {
    assertThat(PaperDates.of(text)).isEmpty();
  }
}
