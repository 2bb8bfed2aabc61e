package org.papermap.embed.internal.formats.xml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Dates whose parts are elements.
final class XmlDates {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private XmlDates() {}

  /// `2020-05-02` of the parts that are known, `2020 Spring` where the month is none, or empty.
  static String of(String year, String month, String day) {
    if (year.isBlank()) {
      return "";
    }
    String number = number(month.strip());
    if (number.isEmpty()) {
      return (year.strip() + " " + month.strip()).strip();
    }
    String dayNumber = day.strip();
    boolean known = dayNumber.matches("\\d{1,2}") && !dayNumber.matches("0+");
    return Stream.of(year.strip(), number, known ? twoDigits(dayNumber) : "")
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("-"));
  }

  private static String number(String month) {
    if (month.matches("0?[1-9]|1[0-2]")) {
      return twoDigits(month);
    }
    if (month.length() < 3 || !month.matches("\\p{L}+\\.?")) {
      return "";
    }
    int index = MONTHS.indexOf(month.substring(0, 3).toLowerCase(Locale.ROOT));
    return index < 0 ? "" : twoDigits(Integer.toString(index + 1));
  }

  private static String twoDigits(String number) {
    return number.length() == 1 ? "0" + number : number;
  }
}
