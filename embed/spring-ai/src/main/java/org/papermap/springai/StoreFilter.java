package org.papermap.springai;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.papermap.search.Filter;
import org.springframework.ai.vectorstore.filter.Filter.Expression;
import org.springframework.ai.vectorstore.filter.Filter.Group;
import org.springframework.ai.vectorstore.filter.Filter.Key;
import org.springframework.ai.vectorstore.filter.Filter.Operand;
import org.springframework.ai.vectorstore.filter.Filter.Value;

/// Spring AI's filter expressions as Papermap's filters. What the index can tell narrows the
/// search, and a test of the metadata decides on what is left.
final class StoreFilter {
  /// A float is stored by its shortest decimal, which as a double is this much off at most.
  private static final double ROUNDING = 1e-6;

  private StoreFilter() {}

  static Filter of(@Nullable Expression expression) {
    return expression == null
        ? Filter.all()
        : narrowed(expression)
            .and(Filter.where(paper -> test(expression, StoredDocument.metadata(paper))));
  }

  /// Lets all pass that the expression lets pass, and as few others as the index can tell.
  private static Filter narrowed(@Nullable Operand operand) {
    if (operand instanceof Group group) {
      return narrowed(group.content());
    }
    if (!(operand instanceof Expression expression)) {
      return Filter.all();
    }
    return switch (expression.type()) {
      case AND -> narrowed(expression.left()).and(narrowed(expression.right()));
      case OR -> narrowed(expression.left()).or(narrowed(expression.right()));
      case EQ -> equal(key(expression), value(expression));
      case IN ->
          Filter.anyOf(
              list(value(expression)).stream().map(each -> equal(key(expression), each)).toList());
      case GT, GTE -> range(key(expression), value(expression), true);
      case LT, LTE -> range(key(expression), value(expression), false);
      case NE, NIN, NOT, ISNULL, ISNOTNULL -> Filter.all();
    };
  }

  private static Filter equal(String key, @Nullable Object value) {
    return value instanceof Number number
        ? Filter.range(key, below(number), above(number))
        : Filter.field(key, String.valueOf(value));
  }

  private static Filter range(String key, @Nullable Object value, boolean up) {
    if (!(value instanceof Number number)) {
      return Filter.all();
    }
    return up
        ? Filter.range(key, below(number), Double.POSITIVE_INFINITY)
        : Filter.range(key, Double.NEGATIVE_INFINITY, above(number));
  }

  private static double below(Number number) {
    return number.doubleValue() - ROUNDING * Math.abs(number.doubleValue());
  }

  private static double above(Number number) {
    return number.doubleValue() + ROUNDING * Math.abs(number.doubleValue());
  }

  private static boolean test(@Nullable Operand operand, Map<String, Object> metadata) {
    if (operand instanceof Group group) {
      return test(group.content(), metadata);
    }
    if (!(operand instanceof Expression expression)) {
      throw new IllegalArgumentException("filter: no condition in " + operand + ". Give one.");
    }
    return switch (expression.type()) {
      case AND -> test(expression.left(), metadata) && test(expression.right(), metadata);
      case OR -> test(expression.left(), metadata) || test(expression.right(), metadata);
      case NOT -> !test(expression.left(), metadata);
      case ISNULL -> !metadata.containsKey(key(expression));
      case ISNOTNULL -> metadata.containsKey(key(expression));
      case EQ, NE, GT, GTE, LT, LTE, IN, NIN -> compared(expression, metadata);
    };
  }

  private static boolean compared(Expression expression, Map<String, Object> metadata) {
    Object own = metadata.get(key(expression));
    Object other = value(expression);
    return switch (expression.type()) {
      case EQ -> isEqual(own, other);
      case NE -> !isEqual(own, other);
      case IN -> list(other).stream().anyMatch(each -> isEqual(own, each));
      case NIN -> list(other).stream().noneMatch(each -> isEqual(own, each));
      case GT -> own != null && order(own, other) > 0;
      case GTE -> own != null && order(own, other) >= 0;
      case LT -> own != null && order(own, other) < 0;
      case LTE -> own != null && order(own, other) <= 0;
      case AND, OR, NOT, ISNULL, ISNOTNULL ->
          throw new IllegalStateException("compares nothing: " + expression.type());
    };
  }

  private static boolean isEqual(@Nullable Object own, @Nullable Object other) {
    if (own instanceof List<?> values) {
      return values.contains(other) || values.equals(other);
    }
    return own instanceof Number && other instanceof Number
        ? order(own, other) == 0
        : Objects.equals(own, other);
  }

  private static int order(Object own, @Nullable Object other) {
    if (own instanceof Float && other instanceof Number number) {
      return Float.compare((Float) own, number.floatValue());
    }
    return own instanceof Number mine && other instanceof Number yours
        ? Double.compare(mine.doubleValue(), yours.doubleValue())
        : own.toString().compareTo(String.valueOf(other));
  }

  private static String key(Expression expression) {
    if (!(expression.left() instanceof Key key)) {
      throw new IllegalArgumentException(
          "filter: no field in " + expression.left() + ". Name a field on the left.");
    }
    String name = key.key();
    // Spring AI's texts may put names in quotes.
    return name.length() > 1 && (name.startsWith("\"") || name.startsWith("'"))
        ? name.substring(1, name.length() - 1)
        : name;
  }

  private static @Nullable Object value(Expression expression) {
    return expression.right() instanceof Value value ? value.value() : null;
  }

  private static List<?> list(@Nullable Object value) {
    return value instanceof List<?> list ? list : List.of(String.valueOf(value));
  }
}
