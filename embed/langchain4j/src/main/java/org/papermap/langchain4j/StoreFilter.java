package org.papermap.langchain4j;

import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.comparison.ContainsString;
import dev.langchain4j.store.embedding.filter.comparison.IsEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThan;
import dev.langchain4j.store.embedding.filter.comparison.IsGreaterThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.comparison.IsIn;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThan;
import dev.langchain4j.store.embedding.filter.comparison.IsLessThanOrEqualTo;
import dev.langchain4j.store.embedding.filter.logical.And;
import dev.langchain4j.store.embedding.filter.logical.Or;
import org.jspecify.annotations.Nullable;

/// LangChain4j's filters as Papermap's. What the index can tell narrows the search, and
/// LangChain4j's own test decides on what is left.
final class StoreFilter {
  /// A float is stored by its shortest decimal, which as a double is this much off at most.
  private static final double ROUNDING = 1e-6;

  private StoreFilter() {}

  static org.papermap.search.Filter of(@Nullable Filter filter) {
    return filter == null
        ? org.papermap.search.Filter.all()
        : narrowed(filter)
            .and(
                org.papermap.search.Filter.where(
                    paper -> filter.test(StoredSegment.metadata(paper))));
  }

  /// Lets all pass that the filter lets pass, and as few others as the index can tell.
  private static org.papermap.search.Filter narrowed(Filter filter) {
    return switch (filter) {
      case And and -> narrowed(and.left()).and(narrowed(and.right()));
      case Or or -> narrowed(or.left()).or(narrowed(or.right()));
      case IsEqualTo is -> value(is.key(), is.comparisonValue());
      case IsIn in ->
          org.papermap.search.Filter.anyOf(
              in.comparisonValues().stream().map(each -> value(in.key(), each)).toList());
      case IsGreaterThan is -> above(is.key(), is.comparisonValue());
      case IsGreaterThanOrEqualTo is -> above(is.key(), is.comparisonValue());
      case IsLessThan is -> below(is.key(), is.comparisonValue());
      case IsLessThanOrEqualTo is -> below(is.key(), is.comparisonValue());
      case ContainsString part ->
          part.comparisonValue().isBlank()
              ? org.papermap.search.Filter.all()
              : org.papermap.search.Filter.contains(part.key(), part.comparisonValue());
      default -> org.papermap.search.Filter.all();
    };
  }

  private static org.papermap.search.Filter value(String key, Object value) {
    return value instanceof Number number
        ? range(key, number.doubleValue(), number.doubleValue())
        : org.papermap.search.Filter.field(key, value.toString());
  }

  private static org.papermap.search.Filter above(String key, Object value) {
    return value instanceof Number number
        ? range(key, number.doubleValue(), Double.POSITIVE_INFINITY)
        : org.papermap.search.Filter.all();
  }

  private static org.papermap.search.Filter below(String key, Object value) {
    return value instanceof Number number
        ? range(key, Double.NEGATIVE_INFINITY, number.doubleValue())
        : org.papermap.search.Filter.all();
  }

  private static org.papermap.search.Filter range(String key, double from, double to) {
    return org.papermap.search.Filter.range(
        key, from - ROUNDING * Math.abs(from), to + ROUNDING * Math.abs(to));
  }
}
