package org.papermap.corpus;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Dates as people write them: `2021-03-15`, `15 March 2021`, `Mar 2021`, `Spring 2021`, `2013
/// Mar-Apr`, `20210315`, `15.03.2021`, `2021年3月15日`, `c. 1999`, milliseconds since 1970. A missing
/// month or day counts as the first: `2021` is the first of January, and known to be a year. Where
/// two numbers could each be day or month, or the calendar has no such day, only the certain part
/// counts. Times and their zones are ignored.
final class PaperDates {
  /// What a text says of a date.
  ///
  /// @param date the first day of what is told
  /// @param whole whether all that the text says is in the date
  /// @param told characters of the date that are told: 4 of a year, 7 of a month, 10 of a day
  record Reading(LocalDate date, boolean whole, int told) {
    static Reading ofYear(int year, boolean whole) {
      return new Reading(LocalDate.of(year, 1, 1), whole, 4);
    }

    static Reading ofDay(LocalDate day) {
      return new Reading(day, true, 10);
    }

    String text() {
      return date.toString().substring(0, told);
    }
  }

  private static final String TIME = "(?:[T ,].*)?";

  /// `2021-03-15`, `2021/3`, `2021.0`; a month that no calendar has is one, too.
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:\\.0+|[-/.](\\d{1,2})(?:[-/.](\\d{1,2})" + TIME + ")?)?");

  /// `2023-11/2023-12`, as ISO 8601 has spans; the first day counts.
  private static final Pattern SPAN =
      Pattern.compile("(\\d{4}(?:-\\d{2}){1,2})\\s?/\\s?\\d{4}(?:-\\d{2}){1,2}");

  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(?:(\\d{2})" + TIME + ")?");
  private static final Pattern EAST_ASIAN =
      Pattern.compile("(\\d{4})\\s*[年년]\\s*(?:(\\d{1,2})\\s*[月월]\\s*(?:(\\d{1,2})\\s*[日일])?)?.*");

  private static final Pattern WEEK = Pattern.compile("(\\d{4})-?W(\\d{2})(?:-?\\d)?");

  /// `15/03/2021`, `15.03.2021`, `03/15/2021`.
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])\\s?(\\d{1,2})\\2\\s?(\\d{4})" + TIME);

  /// `15-Mar-21`, `Mar-21`, as spreadsheets write dates.
  private static final Pattern SHORT_YEAR =
      Pattern.compile("(?:(\\d{1,2})[-/. ])?(\\p{L}{3,9})\\.?(?:[-/]|[-/. ]')(\\d{2})");

  /// `3/15/21`, `15.03.21`.
  private static final Pattern SHORT_YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{2})" + TIME);

  /// `03/2021`.
  private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");

  private static final Pattern EPOCH = Pattern.compile("(\\d{12,13}|\\d{9,10})(?:\\.0+)?");

  private static final Pattern YEAR = Pattern.compile("(?<![\\d.])(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final Pattern DAY =
      Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:st|nd|rd|th|er|º)?(?![\\d:])");

  /// `7-12`, of which the first day counts.
  private static final Pattern DAYS =
      Pattern.compile("(?<![\\d:./-])(\\d{1,2})\\s?[-–]\\s?\\d{1,2}(?![\\d:./-])");

  /// A longer dash between numbers: `2024–03`.
  private static final Pattern DASH = Pattern.compile("(?<=\\d)[\u2010-\u2014](?=\\d)");

  /// Brackets and quotes around a date.
  private static final Pattern AROUND = Pattern.compile("^[\\[(\"'\\s]+|[\\])\"'\\s]+$");

  /// Digits as wide as letters of Chinese: `２０２０`.
  private static final Pattern WIDE = Pattern.compile("[０-９]");

  private PaperDates() {}

  /// The date in the text, or nothing where it names no year.
  static Optional<Reading> of(String text) {
    String narrow = WIDE.matcher(text).find() ? Normalizer.normalize(text, Form.NFKC) : text;
    String plain = DASH.matcher(narrow.strip()).replaceAll("-");
    String bare = AROUND.matcher(plain).replaceAll("");
    Matcher matcher = SPAN.matcher(bare);
    if (matcher.matches()) {
      return of(matcher.group(1));
    }
    matcher = YEAR_FIRST.matcher(bare);
    if (matcher.matches()) {
      return reading(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = COMPACT.matcher(bare);
    if (matcher.matches() && isYear(matcher.group(1))) {
      return reading(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = EAST_ASIAN.matcher(bare);
    if (matcher.matches()) {
      return reading(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = WEEK.matcher(bare);
    if (matcher.matches()) {
      return Optional.of(
          week(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }
    matcher = YEAR_LAST.matcher(bare);
    if (matcher.matches()) {
      return yearLast(
          matcher.group(4), number(matcher.group(1)), number(matcher.group(3)), matcher.group(2));
    }
    matcher = MONTH_YEAR.matcher(bare);
    if (matcher.matches()) {
      return reading(matcher.group(2), matcher.group(1), null);
    }
    matcher = SHORT_YEAR.matcher(bare);
    if (matcher.matches() && MonthNames.number(matcher.group(2)) > 0) {
      int month = MonthNames.number(matcher.group(2));
      return reading(century(matcher.group(3)), Integer.toString(month), matcher.group(1));
    }
    matcher = SHORT_YEAR_LAST.matcher(bare);
    if (matcher.matches()) {
      return shortYearLast(matcher);
    }
    matcher = EPOCH.matcher(bare);
    return matcher.matches() ? epoch(matcher.group(1)) : words(bare);
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static boolean isYear(String digits) {
    return YEAR.matcher(digits).matches();
  }

  /// The part that the calendar has; zeros stand for what is not known.
  private static Optional<Reading> reading(
      String year, @Nullable String month, @Nullable String day) {
    int y = number(year);
    if (y == 0) {
      return Optional.empty();
    }
    int m = month == null ? 0 : number(month);
    int d = day == null ? 0 : number(day);
    if (m == 0) {
      return Optional.of(Reading.ofYear(y, d == 0));
    }
    if (m > 12) {
      return Optional.of(Reading.ofYear(y, false));
    }
    boolean known = d <= YearMonth.of(y, m).lengthOfMonth();
    boolean dayKnown = known && d > 0;
    return Optional.of(new Reading(LocalDate.of(y, m, dayKnown ? d : 1), known, dayKnown ? 10 : 7));
  }

  /// A week tells the month only if it lies in one.
  private static Reading week(int year, int week) {
    try {
      LocalDate monday =
          LocalDate.of(year, 1, 4)
              .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
              .with(DayOfWeek.MONDAY);
      if (monday.getMonth() == monday.plusDays(6).getMonth() && monday.getYear() == year) {
        return Reading.ofDay(monday);
      }
    } catch (DateTimeException e) {
      // No such week: the year is left.
    }
    return Reading.ofYear(year, false);
  }

  private static Optional<Reading> yearLast(String year, int first, int second, String separator) {
    // Points stand between the parts where the day goes first (DIN 1355-1 and its like).
    if (separator.equals(".") || first > 12 || first == second) {
      return reading(year, Integer.toString(second), Integer.toString(first));
    }
    return second > 12
        ? reading(year, Integer.toString(first), Integer.toString(second))
        : Optional.of(Reading.ofYear(number(year), false));
  }

  /// `21/03/15` may begin with a year as well: nothing of it is sure.
  private static Optional<Reading> shortYearLast(Matcher parts) {
    int first = number(parts.group(1));
    boolean mayBeginWithYear = first > 12 && !parts.group(2).equals(".");
    return mayBeginWithYear
        ? Optional.empty()
        : yearLast(century(parts.group(4)), first, number(parts.group(3)), parts.group(2));
  }

  /// `21` is 2021 and `69` is 1969, as POSIX has it.
  private static String century(String twoDigits) {
    return (number(twoDigits) < 69 ? "20" : "19") + twoDigits;
  }

  private static Optional<Reading> epoch(String digits) {
    long number = Long.parseLong(digits);
    Instant time =
        digits.length() > 10 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
    LocalDate date = LocalDate.ofInstant(time, ZoneOffset.UTC);
    return date.getYear() > 1990 && date.getYear() < 2100
        ? Optional.of(Reading.ofDay(date))
        : Optional.empty();
  }

  /// The one year in the text, the first month named in words, and the one day beside it.
  private static Optional<Reading> words(String text) {
    Matcher years = YEAR.matcher(text);
    if (!years.find()) {
      return Optional.empty();
    }
    int year = number(years.group(1));
    String rest =
        DAYS.matcher(text.substring(0, years.start()) + " ; " + text.substring(years.end()))
            .replaceAll("$1");
    int month = 0;
    int unread = 0;
    Matcher names = WORD.matcher(rest);
    int monthAt = -1;
    while (names.find()) {
      int named = MonthNames.number(names.group());
      if (named > 0 && month == 0) {
        month = named;
        monthAt = names.start();
      } else if (isSeason(MonthNames.bare(names.group()))) {
        unread++;
      }
    }
    if (month == 0) {
      return Optional.of(Reading.ofYear(year, unread == 0));
    }
    int day = dayBeside(rest, monthAt);
    return reading(
        Integer.toString(year), Integer.toString(month), day == 0 ? null : Integer.toString(day));
  }

  /// The number next to the month, before it or after it, or 0: times and zones stand farther off.
  private static int dayBeside(String text, int monthAt) {
    Matcher days = DAY.matcher(text);
    int best = 0;
    int distance = 12;
    while (days.find()) {
      int day = number(days.group(1));
      int gap = Math.abs(days.start() - monthAt);
      if (day >= 1 && day <= 31 && gap < distance) {
        best = day;
        distance = gap;
      }
    }
    return best;
  }

  private static boolean isSeason(String word) {
    return switch (word) {
      case "spring",
          "summer",
          "autumn",
          "fall",
          "winter",
          "fruhling",
          "fruhjahr",
          "sommer",
          "herbst",
          "printemps",
          "ete",
          "automne",
          "hiver",
          "primavera",
          "verano",
          "otono",
          "invierno",
          "q",
          "quarter" ->
          true;
      default -> false;
    };
  }
}
