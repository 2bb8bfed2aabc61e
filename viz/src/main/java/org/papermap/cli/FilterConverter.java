package org.papermap.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Filter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `field=value`, and `date=from..to` with either day left out at will.
final class FilterConverter implements ITypeConverter<Filter> {
  private static final String RANGE = "..";

  @Override
  public Filter convert(String text) {
    int equals = text.indexOf('=');
    String name = text.substring(0, Math.max(0, equals)).strip();
    String value = text.substring(equals + 1).strip();
    if (name.isEmpty()) {
      throw new TypeConversionException("filter: " + text + ". Give FIELD=VALUE.");
    }
    int range = value.indexOf(RANGE);
    if (!name.equalsIgnoreCase("date") || range < 0) {
      return Filter.field(name, value);
    }
    try {
      return Filter.dates(
          day(value.substring(0, range)), day(value.substring(range + RANGE.length())));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "filter: " + text + " is no day. Give one such as 2026-01-31.");
    }
  }
}
