package org.papermap.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;

/// The date of a record, which may stand in one value or be spread over several: `2023`, `5` and
/// `12` in columns for year, month and day, or `2023` beside `MAY 12`.
final class RowDate {
  private static final List<String> MONTH =
      List.of(
          "month",
          "publicationmonth",
          "publishedmonth",
          "pubmonth",
          "monat",
          "mois",
          "mes",
          "mese",
          "月");
  private static final List<String> DAY =
      List.of("day", "publicationday", "pubday", "tag", "jour", "dia", "giorno", "日");

  private static final Pattern YEAR = Pattern.compile("((?:1[5-9]|20)\\d\\d)(?:\\.0+)?");
  private static final Pattern HAS_YEAR = Pattern.compile("(?:1[5-9]|20)\\d\\d");

  /// Embase tells it behind journal and pages.
  private static final Pattern IN_SOURCE = Pattern.compile("Date of Publication: ([^;]{4,40})");

  private static final Pattern NUMBER = Pattern.compile("(\\d{1,2})(?:\\.0+)?");

  private static final Pattern AT_END = Pattern.compile("(?<![\\d–-])((?:19|20)\\d\\d)\\)?\\s*$");

  private static final Pattern OF_ARXIV =
      Pattern.compile(
          "(?:[a-z.-]+/)?(\\d\\d)(0[1-9]|1[0-2])(?:\\.\\d{4,5}|\\d{3})", Pattern.CASE_INSENSITIVE);

  private RowDate() {}

  /// The first date that can be read, whole ones before those that can be read in part.
  ///
  /// @param notes takes what could not be read
  static Optional<PaperDates.Reading> of(Row row, List<String> notes) {
    List<String> texts = texts(row);
    PaperDates.Reading partly = null;
    String partlyRead = "";
    for (String text : texts) {
      Optional<PaperDates.Reading> reading = PaperDates.of(text);
      if (reading.isPresent() && reading.get().whole()) {
        return reading;
      }
      if (reading.isPresent() && partly == null) {
        partly = reading.get();
        partlyRead = text;
      }
    }
    if (partly != null) {
      notes.add("date read in part, as %s: %s".formatted(partly.text(), partlyRead));
      return Optional.of(partly);
    }
    if (!texts.isEmpty()) {
      notes.add("no date that can be read: " + texts.getFirst());
    }
    return Optional.empty();
  }

  /// The year at the end of a venue: `Knots 9 (2020)`, `Proceedings of the ICLR 2025`.
  static Optional<PaperDates.Reading> ofVenue(Optional<String> venue) {
    Matcher year = AT_END.matcher(venue.orElse(""));
    return year.find() ? PaperDates.of(year.group(1)) : Optional.empty();
  }

  /// The month that an identifier of arXiv tells: `2103.00001`, `cs/9901001`.
  static Optional<PaperDates.Reading> ofArxiv(@Nullable String id) {
    Matcher month = OF_ARXIV.matcher(id == null ? "" : id);
    if (!month.matches()) {
      return Optional.empty();
    }
    String century = month.group(1).startsWith("9") ? "19" : "20";
    return PaperDates.of(century + month.group(1) + "-" + month.group(2));
  }

  /// What the row says of its date: a year alone is completed by what stands beside it.
  private static List<String> texts(Row row) {
    List<String> texts = row.all(Field.DATE);
    if (texts.isEmpty()) {
      Matcher told = IN_SOURCE.matcher(named(List.of("source"), row.extra()));
      return told.find() ? List.of(told.group(1).strip()) : texts;
    }
    String year =
        texts.stream()
            .map(YEAR::matcher)
            .filter(it -> it.matches())
            .findFirst()
            .map(it -> it.group(1))
            .orElse("");
    if (year.isEmpty()) {
      return texts;
    }
    List<String> completed = new ArrayList<>();
    for (String text : texts) {
      if (YEAR.matcher(text).matches()) {
        withMonth(year, row.extra()).ifPresent(completed::add);
      } else if (!HAS_YEAR.matcher(text).find()) {
        completed.add(year + " " + text);
        continue;
      }
      completed.add(text);
    }
    return completed;
  }

  private static Optional<String> withMonth(String year, Map<String, String> extra) {
    String month = named(MONTH, extra);
    boolean numbered = NUMBER.matcher(month).matches();
    if (!numbered && month.chars().noneMatch(Character::isLetter)) {
      return Optional.empty();
    }
    String day = named(DAY, extra);
    String separator = numbered ? "-" : " ";
    String text = year + separator + plain(month);
    return Optional.of(NUMBER.matcher(day).matches() ? text + separator + plain(day) : text);
  }

  private static String plain(String number) {
    return NUMBER.matcher(number).replaceFirst("$1");
  }

  private static String named(List<String> names, Map<String, String> extra) {
    return extra.entrySet().stream()
        .filter(entry -> names.contains(PlainText.bareName(entry.getKey())))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
