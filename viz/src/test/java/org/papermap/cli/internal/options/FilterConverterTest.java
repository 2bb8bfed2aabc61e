package org.papermap.cli.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.search.Filter;

class FilterConverterTest {
  private static Filter filter(String text) {
    return new FilterConverter().convert(text);
  }

  @ParameterizedTest
  @CsvSource({
    "date=2023, 2023-01-01, 2023-12-31",
    "date=2023-02, 2023-02-01, 2023-02-28",
    "Date = 2024-02-29, 2024-02-29, 2024-02-29",
    "date=2023.., 2023-01-01,",
    "date=..2023, , 2023-12-31",
    "date=2023-11..2024-02, 2023-11-01, 2024-02-29",
    "date=2023 .. 2023-01-05, 2023-01-01, 2023-01-05",
    "date=.., ,"
  })
  void a_year_and_a_month_are_all_their_days(String text, LocalDate from, LocalDate to) {
    assertThat(filter(text)).isEqualTo(Filter.dates(from, to));
  }

  @Test
  void other_fields_are_taken_as_they_stand() {
    assertThat(filter("year=2023..2024")).isEqualTo(Filter.field("year", "2023..2024"));
    assertThat(filter("title = a=b")).isEqualTo(Filter.field("title", "a=b"));
  }
}
