package org.papermap.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// Which papers may be found. Immutable if the caller's conditions are.
public sealed interface Filter {
  /// Whether a paper may be found.
  boolean test(Paper paper);

  /// All papers.
  static Filter all() {
    return new Every(List.of());
  }

  /// Papers with this value in a field: `id`, `title`, `author`, `year`, `date`, `url`, or any
  /// further field of the source, such as a `topic`. Case does not matter. Where there are several
  /// authors, or several values between semicolons, one of them must match.
  static Filter field(String name, String value) {
    return new HasValue(name, value);
  }

  /// Papers of these days, both included; a paper without a date does not pass.
  ///
  /// @param from the first day, or null for no limit
  /// @param to the last day, or null for no limit
  static Filter dates(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new Dates(from, to);
  }

  /// Papers for which a condition holds. Unlike other filters it reads papers, and takes longer the
  /// fewer of them pass.
  static Filter where(Predicate<Paper> condition) {
    return new Where(condition);
  }

  /// Papers that pass this filter and the other one.
  default Filter and(Filter other) {
    List<Filter> both = new ArrayList<>(parts());
    both.addAll(other.parts());
    return new Every(both);
  }

  /// The parts of a conjunction, or this filter.
  private List<Filter> parts() {
    return this instanceof Every(List<Filter> filters) ? filters : List.of(this);
  }

  /// See [#field].
  record HasValue(String name, String value) implements Filter {
    public HasValue {
      if (name.isBlank()) {
        throw new IllegalArgumentException("field: blank. Name a field.");
      }
      name = folded(name);
      value = folded(value);
    }

    @Override
    public boolean test(Paper paper) {
      return values(paper).anyMatch(this::equals);
    }
  }

  /// See [#dates].
  record Dates(@Nullable LocalDate from, @Nullable LocalDate to) implements Filter {
    public Dates {
      if (from != null && to != null && from.isAfter(to)) {
        throw new IllegalArgumentException(
            "dates: %s is after %s. Give the earlier day first.".formatted(from, to));
      }
    }

    @Override
    public boolean test(Paper paper) {
      LocalDate date = paper.date();
      return date != null
          && (from == null || !date.isBefore(from))
          && (to == null || !date.isAfter(to));
    }
  }

  /// See [#where].
  record Where(Predicate<Paper> condition) implements Filter {
    @Override
    public boolean test(Paper paper) {
      return condition.test(paper);
    }
  }

  /// A conjunction. Without filters all papers pass.
  record Every(List<Filter> filters) implements Filter {
    public Every {
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

  /// All values of a paper that [#field] can match.
  static Stream<HasValue> values(Paper paper) {
    List<HasValue> values = new ArrayList<>();
    values.add(new HasValue("id", paper.id()));
    values.add(new HasValue("title", paper.title()));
    paper.authors().forEach(author -> values.add(new HasValue("author", author)));
    LocalDate date = paper.date();
    if (date != null) {
      values.add(new HasValue("date", date.toString()));
      values.add(new HasValue("year", Integer.toString(date.getYear())));
    }
    if (paper.url() != null) {
      values.add(new HasValue("url", paper.url().toString()));
    }
    paper.extra().forEach((name, text) -> addExtra(name, text, values));
    return values.stream().distinct();
  }

  private static void addExtra(String name, String text, List<HasValue> values) {
    if (!name.isBlank()) {
      values.add(new HasValue(name, text));
      for (String entry : text.split(";")) {
        values.add(new HasValue(name, entry));
      }
    }
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
