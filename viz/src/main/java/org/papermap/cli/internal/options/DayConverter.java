package org.papermap.cli.internal.options;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A day as `2026-05-12`, or `today`.
public final class DayConverter implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String value) {
    if (value.equals("today")) {
      return LocalDate.now();
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "--as-of: " + value + ". Give a day, as 2026-05-12, or today.");
    }
  }
}
