package org.papermap.mcp;

import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Filter;
import org.papermap.search.SearchMode;

/// The arguments of a call, checked.
///
/// @param given by name, as JSON has them
record Arguments(Map<String, Object> given) {
  private static final int MOST = 25;

  /// Blank where it is not given.
  String text(String name) {
    return Objects.toString(given.get(name), "").strip();
  }

  /// @throws IllegalArgumentException if it is not given
  String required(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw new IllegalArgumentException(name + ": not given. Give some text.");
    }
    return text;
  }

  int limit(int otherwise) {
    return given.get("limit") instanceof Number number
        ? Math.clamp(number.longValue(), 1, MOST)
        : otherwise;
  }

  SearchMode mode() {
    String mode = text("mode");
    try {
      return mode.isEmpty() ? SearchMode.HYBRID : SearchMode.valueOf(mode.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "mode: " + mode + ". Give semantic, keyword or hybrid.", e);
    }
  }

  /// The conditions on papers, and how they were said.
  record Conditions(Filter filter, String words) {}

  Conditions conditions() {
    Filter filter = Filter.all();
    List<String> words = new ArrayList<>();
    if (!text("author").isEmpty()) {
      filter = filter.and(Filter.contains("author", text("author")));
      words.add("author " + text("author"));
    }
    if (!text("topic").isEmpty()) {
      filter = filter.and(Filter.field("topic", text("topic")));
      words.add("topic " + text("topic"));
    }
    if (!text("field").isEmpty()) {
      filter = filter.and(Filter.field(text("field"), required("value")));
      words.add(text("field") + " " + text("value"));
    }
    LocalDate from = day("from", false);
    LocalDate to = day("to", true);
    if (from != null || to != null) {
      filter = filter.and(Filter.dates(from, to));
      words.add("from %s to %s".formatted(text("from"), text("to")));
    }
    return new Conditions(filter, Texts.clean(String.join(", ", words)));
  }

  private @Nullable LocalDate day(String name, boolean last) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (text.matches("\\d{4}")) {
        Year year = Year.parse(text);
        return year.atDay(last ? year.length() : 1);
      }
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          name + ": " + text + ". Give a year, or a day such as 2026-01-31.", e);
    }
  }
}
