package org.papermap.cli.internal.options;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Filter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `field=value`. Of a `date` the value is a day, a month, a year, or `from..to` of such,
/// with either left out at will; all days of the last one are meant.
public final class FilterConverter implements ITypeConverter<Filter> {
  private static final String RANGE = "..";

  @Override
  public Filter convert(String text) {
    int equals = text.indexOf('=');
    String name = text.substring(0, Math.max(0, equals)).strip();
    String value = text.substring(equals + 1).strip();
    if (name.isEmpty()) {
      throw new TypeConversionException("filter: " + text + ". Give FIELD=VALUE.");
    }
    return name.equalsIgnoreCase("date") ? dates(value) : Filter.field(name, value);
  }

  private static Filter dates(String value) {
    int range = value.indexOf(RANGE);
    try {
      return range < 0
          ? Filter.dates(Days.of(value).first, Days.of(value).last)
          : Filter.dates(
              first(value.substring(0, range).strip()),
              last(value.substring(range + RANGE.length()).strip()));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static @Nullable LocalDate first(String text) {
    return text.isEmpty() ? null : Days.of(text).first;
  }

  private static @Nullable LocalDate last(String text) {
    return text.isEmpty() ? null : Days.of(text).last;
  }

  /// A day, or all those of a month or a year.
  private record Days(LocalDate first, LocalDate last) {
    static Days of(String text) {
      try {
        if (text.matches("\\d{4}")) {
          Year year = Year.parse(text);
          return new Days(year.atDay(1), year.atDay(year.length()));
        }
        if (text.matches("\\d{4}-\\d{2}")) {
          YearMonth month = YearMonth.parse(text);
          return new Days(month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = LocalDate.parse(text);
        return new Days(day, day);
      } catch (DateTimeParseException _) {
        throw new IllegalArgumentException(
            "filter: \"" + text + "\" is no date. Give one such as 2026, 2026-01 or 2026-01-31.");
      }
    }
  }
}
