package org.papermap.cli.internal.options;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Filter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `field=value` and `field~part`. The value of a `date` is a day, a month, a year, or a
/// range `from..to` of these, last day included; either end may be missing. In other fields
/// `from..to` is a range if its ends are numbers.
public final class FilterConverter implements ITypeConverter<FieldFilter> {
  private static final Pattern CONDITION = Pattern.compile("([^=~]+)([=~])(.*)", Pattern.DOTALL);

  private static final String RANGE = "..";

  @Override
  public FieldFilter convert(String text) {
    Matcher parts = CONDITION.matcher(text);
    String name = parts.matches() ? parts.group(1).strip() : "";
    if (name.isEmpty()) {
      throw new TypeConversionException("filter: " + text + ". Give FIELD=VALUE.");
    }
    String value = parts.group(3).strip();
    try {
      return new FieldFilter(name, value, filter(name, parts.group(2), value));
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Filter filter(String name, String sign, String value) {
    if (sign.equals("~")) {
      return Filter.contains(name, value);
    }
    if (name.equalsIgnoreCase("date")) {
      return dates(value);
    }
    int range = value.indexOf(RANGE);
    OptionalDouble from = number(value, 0, range, Double.NEGATIVE_INFINITY);
    OptionalDouble to =
        number(value, range + RANGE.length(), value.length(), Double.POSITIVE_INFINITY);
    return range >= 0 && value.length() > RANGE.length() && from.isPresent() && to.isPresent()
        ? Filter.range(name, from.getAsDouble(), to.getAsDouble())
        : Filter.field(name, value);
  }

  /// The number in this part of the text, the default if the part is empty, or empty if it is no
  /// number.
  private static OptionalDouble number(String value, int from, int to, double otherwise) {
    String text = from <= to ? value.substring(from, to).strip() : "";
    try {
      return OptionalDouble.of(text.isEmpty() ? otherwise : Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static Filter dates(String value) {
    int range = value.indexOf(RANGE);
    return range < 0
        ? Filter.dates(Days.of(value).first, Days.of(value).last)
        : Filter.dates(
            first(value.substring(0, range).strip()),
            last(value.substring(range + RANGE.length()).strip()));
  }

  private static @Nullable LocalDate first(String text) {
    return text.isEmpty() ? null : Days.of(text).first;
  }

  private static @Nullable LocalDate last(String text) {
    return text.isEmpty() ? null : Days.of(text).last;
  }

  /// A day, or all days of a month or a year.
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
            "filter: \""
                + text
                + "\" is not a date. Give one such as 2026, 2026-01 or 2026-01-31.");
      }
    }
  }
}
