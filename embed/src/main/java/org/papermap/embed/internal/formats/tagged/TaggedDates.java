package org.papermap.embed.internal.formats.tagged;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates that tagged exports give in two places: a year, and a day or month that may lack it.
final class TaggedDates {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");

  /// `2020/05/02/`, `2020///Spring`, as the specification of RIS has it.
  private static final Pattern SLASHED =
      Pattern.compile("(\\d{4})/(\\d{0,2})(?:/(\\d{0,2})(?:/(.*))?)?", Pattern.DOTALL);

  private TaggedDates() {}

  /// The date in one text, the year first where only one of the two has it. Where the two tell
  /// different years, the year's own place counts.
  static Optional<String> joined(Optional<String> year, Optional<String> day) {
    Optional<String> fullYear = year.map(TaggedDates::plain).filter(text -> !text.isBlank());
    Optional<String> fullDay = day.map(TaggedDates::plain).filter(text -> !text.isBlank());
    if (fullYear.isEmpty() || fullDay.isEmpty()) {
      return fullDay.or(() -> fullYear);
    }
    Matcher ofYear = YEAR.matcher(fullYear.get());
    Matcher ofDay = YEAR.matcher(fullDay.get());
    boolean yearHasOne = ofYear.find();
    if (ofDay.find()) {
      boolean same = !yearHasOne || ofYear.group().equals(ofDay.group());
      return same ? longer(fullDay.get(), fullYear.get()) : fullYear;
    }
    boolean monthNamed = fullDay.get().chars().anyMatch(Character::isLetter);
    boolean yearAlone = fullYear.get().length() == 4;
    return yearHasOne && yearAlone && monthNamed
        ? Optional.of(fullYear.get() + " " + fullDay.get())
        : fullYear;
  }

  /// As [#joined(Optional, Optional)], of several days the first one that is of no other year.
  static Optional<String> joined(Optional<String> year, List<String> days) {
    String told = year.map(YEAR::matcher).filter(Matcher::find).map(Matcher::group).orElse("");
    Optional<String> fitting =
        days.stream().filter(day -> day.contains(told) || !YEAR.matcher(day).find()).findFirst();
    return joined(year, fitting.or(() -> days.stream().findFirst()));
  }

  /// The day, unless the year's own place says the same and more.
  private static Optional<String> longer(String day, String year) {
    return Optional.of(year.contains(day) ? year : day);
  }

  private static String plain(String text) {
    Matcher slashed = SLASHED.matcher(text.strip());
    if (!slashed.matches()) {
      return text.strip().replaceAll("/+$", "");
    }
    String other = slashed.group(4) == null ? "" : slashed.group(4).strip();
    if (!slashed.group(2).isEmpty()) {
      return slashed.group(1)
          + "-"
          + slashed.group(2)
          + (slashed.group(3) == null || slashed.group(3).isEmpty() ? "" : "-" + slashed.group(3));
    }
    return other.isEmpty() || YEAR.matcher(other).find()
        ? slashed.group(1)
        : slashed.group(1) + " " + other;
  }
}
