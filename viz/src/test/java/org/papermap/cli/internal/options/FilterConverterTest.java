package org.papermap.cli.internal.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.papermap.search.Filter;

class FilterConverterTest {
  private static Filter filter(String text) {
    return new FilterConverter().convert(text).filter();
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
  void numbers_and_parts_of_values_are_meant_where_they_are_written() {
    assertThat(filter("year=2023..2024")).isEqualTo(Filter.range("year", 2023, 2024));
    assertThat(filter("votes = 9.5..")).isEqualTo(Filter.range("votes", 9.5, 1 / 0.0));
    assertThat(filter("votes=..-1")).isEqualTo(Filter.range("votes", -1 / 0.0, -1));
    assertThat(filter("author ~ Bengio")).isEqualTo(Filter.contains("author", "Bengio"));
    assertThat(filter("title=a~b")).isEqualTo(Filter.field("title", "a~b"));
  }

  @Test
  void other_fields_are_taken_as_they_stand() {
    assertThat(filter("name=2023..x")).isEqualTo(Filter.field("name", "2023..x"));
    assertThat(filter("name=..")).isEqualTo(Filter.field("name", ".."));
    assertThat(filter("title = a=b")).isEqualTo(Filter.field("title", "a=b"));
  }
}
