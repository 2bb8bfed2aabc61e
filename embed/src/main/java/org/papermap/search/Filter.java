package org.papermap.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// Which papers may be found. Immutable if the caller's conditions are.
///
/// Fields are `id`, `title`, `author`, `year`, `date`, `url`, and any further field of the source,
/// such as a `topic`. Case does not matter. Of several authors, or several values between
/// semicolons, one must match. A paper without the field does not pass.
public sealed interface Filter
    permits Filters.OfField, Filters.Where, Filters.Every, Filters.AnyOf, Filters.Not {
  /// Whether a paper may be found.
  boolean test(Paper paper);

  /// All papers.
  static Filter all() {
    return new Filters.Every(List.of());
  }

  /// Papers with this value in a field. A `3` is not a `3.0`: for numbers see [#range].
  static Filter field(String name, String value) {
    return new Filters.Value(name, value);
  }

  /// Papers with this text anywhere in a value of a field, as `bengio` in the author `Bengio, Y.`
  static Filter contains(String name, String text) {
    return new Filters.Part(name, text);
  }

  /// Papers with a number between these, both included, in a field. What is no number there does
  /// not pass: `9` is below `10`, `n/a` nowhere.
  ///
  /// @param from the least number, or negative infinity for no limit
  /// @param to the greatest number, or infinity for no limit
  static Filter range(String name, double from, double to) {
    return new Filters.Numbers(name, from, to);
  }

  /// Papers with a day between these, both included, in a field. Values begin with a year, a month
  /// or a day as ISO 8601 writes them; a month or a year is its first day.
  ///
  /// @param from the first day, or null for no limit
  /// @param to the last day, or null for no limit
  static Filter range(String name, @Nullable LocalDate from, @Nullable LocalDate to) {
    return new Filters.Days(name, from, to);
  }

  /// Papers published on these days, both included.
  ///
  /// @param from the first day, or null for no limit
  /// @param to the last day, or null for no limit
  static Filter dates(@Nullable LocalDate from, @Nullable LocalDate to) {
    return range(Filters.DATE, from, to);
  }

  /// Papers for which a condition holds. Unlike other filters it reads papers, and takes longer the
  /// fewer of them pass.
  static Filter where(Predicate<Paper> condition) {
    return new Filters.Where(condition);
  }

  /// Papers that pass one of the filters; of none, no papers.
  static Filter anyOf(List<Filter> filters) {
    return new Filters.AnyOf(filters);
  }

  /// Papers that pass this filter and the other one.
  default Filter and(Filter other) {
    List<Filter> both = new ArrayList<>(parts());
    both.addAll(other.parts());
    return new Filters.Every(both);
  }

  /// Papers that pass this filter, the other one, or both.
  default Filter or(Filter other) {
    return anyOf(List.of(this, other));
  }

  /// Papers that do not pass this filter, those without its field among them.
  default Filter not() {
    return new Filters.Not(this);
  }

  /// The parts of a conjunction, or this filter.
  private List<Filter> parts() {
    return this instanceof Filters.Every(List<Filter> filters) ? filters : List.of(this);
  }
}
