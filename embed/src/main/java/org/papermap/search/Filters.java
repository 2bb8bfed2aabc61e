package org.papermap.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// The kinds of [Filter], and the values of papers that they look at.
final class Filters {
  static final String DATE = "date";

  private static final List<String> OWN = List.of("id", "title", "author", DATE, "year", "url");

  private Filters() {}

  /// A filter that one value of a field decides alone.
  sealed interface OfField extends Filter permits Value, Part, Numbers, Days {
    /// The field, folded.
    String name();

    /// Whether a value, folded, lets its paper pass.
    boolean accepts(String value);

    @Override
    default boolean test(Paper paper) {
      for (String value : values(paper, name())) {
        if (accepts(folded(value))) {
          return true;
        }
      }
      return false;
    }
  }

  /// See [Filter#field].
  record Value(String name, String value) implements OfField {
    Value {
      name = field(name);
      value = folded(value);
    }

    @Override
    public boolean accepts(String other) {
      return value.equals(other);
    }
  }

  /// See [Filter#contains].
  record Part(String name, String text) implements OfField {
    Part {
      name = field(name);
      text = folded(text);
      if (text.isEmpty()) {
        throw new IllegalArgumentException("text: blank. Give some of the value.");
      }
    }

    @Override
    public boolean accepts(String value) {
      return value.contains(text);
    }
  }

  /// See [Filter#range(String, double, double)].
  record Numbers(String name, double from, double to) implements OfField {
    Numbers {
      name = field(name);
      if (!(from <= to)) {
        throw new IllegalArgumentException(
            "%s: %s to %s. Give the smaller number first.".formatted(name, from, to));
      }
    }

    @Override
    public boolean accepts(String value) {
      double number = number(value);
      return number >= from && number <= to;
    }
  }

  /// See [Filter#range(String, LocalDate, LocalDate)].
  record Days(String name, @Nullable LocalDate from, @Nullable LocalDate to) implements OfField {
    Days {
      name = field(name);
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException(
            "dates: %s is after %s. Give the earlier day first.".formatted(from, to));
      }
    }

    /// The date of a paper is its own, whatever further field has that name.
    @Override
    public boolean test(Paper paper) {
      return name.equals(DATE) ? includes(paper.date()) : OfField.super.test(paper);
    }

    @Override
    public boolean accepts(String value) {
      return includes(day(value));
    }

    private boolean includes(@Nullable LocalDate day) {
      return day != null
          && (from == null || !day.isBefore(from))
          && (to == null || !day.isAfter(to));
    }
  }

  /// See [Filter#where].
  record Where(Predicate<Paper> condition) implements Filter {
    @Override
    public boolean test(Paper paper) {
      return condition.test(paper);
    }
  }

  /// A conjunction. Without filters all papers pass.
  record Every(List<Filter> filters) implements Filter {
    Every {
      filters = List.copyOf(filters);
    }

    @Override
    public boolean test(Paper paper) {
      for (Filter filter : filters) {
        if (!filter.test(paper)) {
          return false;
        }
      }
      return true;
    }
  }

  /// A disjunction. Without filters no paper passes.
  record AnyOf(List<Filter> filters) implements Filter {
    AnyOf {
      filters = List.copyOf(filters);
    }

    @Override
    public boolean test(Paper paper) {
      for (Filter filter : filters) {
        if (filter.test(paper)) {
          return true;
        }
      }
      return false;
    }
  }

  /// See [Filter#not].
  record Not(Filter filter) implements Filter {
    @Override
    public boolean test(Paper paper) {
      return !filter.test(paper);
    }
  }

  /// Whether a filter has a condition of the caller's, for which papers must be read.
  static boolean hasCondition(Filter filter) {
    return switch (filter) {
      case Where _ -> true;
      case OfField _ -> false;
      case Not(Filter other) -> hasCondition(other);
      case Every(List<Filter> filters) -> filters.stream().anyMatch(Filters::hasCondition);
      case AnyOf(List<Filter> filters) -> filters.stream().anyMatch(Filters::hasCondition);
    };
  }

  /// All values of a paper that a filter can match, each with its field, both folded.
  static Set<Value> values(Paper paper) {
    Set<Value> values = new LinkedHashSet<>();
    forEach(
        paper,
        (name, value) -> {
          if (!name.isBlank()) {
            values.add(new Value(name, value));
          }
        });
    return values;
  }

  /// The values of one field. A filter asks this of every paper, so that no value is written out
  /// that is not asked for.
  private static List<String> values(Paper paper, String name) {
    List<String> values = new ArrayList<>(own(paper, name));
    paper
        .extra()
        .forEach((each, text) -> {
          if (each.length() == name.length()
              ? each.equalsIgnoreCase(name)
              : folded(each).equals(name)) {
            addEntries(text, values);
          }
        });
    return values;
  }

  private static void forEach(Paper paper, BiConsumer<String, String> visitor) {
    for (String name : OWN) {
      own(paper, name).forEach(value -> visitor.accept(name, value));
    }
    paper
        .extra()
        .forEach((name, text) -> {
          List<String> entries = new ArrayList<>(1);
          addEntries(text, entries);
          entries.forEach(value -> visitor.accept(name, value));
        });
  }

  /// The values of a field that every paper has, or none where it has another name.
  private static List<String> own(Paper paper, String name) {
    LocalDate date = paper.date();
    return switch (name) {
      case "id" -> List.of(paper.id());
      case "title" -> List.of(paper.title());
      case "author" -> paper.authors();
      case DATE -> date == null ? List.of() : List.of(date.toString());
      case "year" -> date == null ? List.of() : List.of(Integer.toString(date.getYear()));
      case "url" -> paper.url() == null ? List.of() : List.of(paper.url().toString());
      default -> List.of();
    };
  }

  /// A further field as a whole, and each of its entries where semicolons divide it.
  private static void addEntries(String text, List<String> values) {
    values.add(text);
    if (text.indexOf(';') >= 0) {
      values.addAll(List.of(text.split(";")));
    }
  }

  private static String field(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("field: blank. Name a field.");
    }
    return folded(name);
  }

  static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  /// NaN where the text is no decimal number.
  static double number(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /// The day that a text begins with: `2024-05-17…`, or the first one of `2024-05` or of `2024`.
  static @Nullable LocalDate day(String text) {
    String day =
        switch (text.length()) {
          case 4 -> text + "-01-01";
          case 7 -> text + "-01";
          default -> text.length() >= 10 ? text.substring(0, 10) : "";
        };
    if (day.isEmpty() || day.charAt(0) < '0' || day.charAt(0) > '9') {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
