package org.papermap.notebook.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compares texts with figures in them: the last digit of a decimal fraction may be one off.
final class TextComparison {
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

  private TextComparison() {}

  /// The first line in which a text differs from what was expected, or empty.
  static Optional<String> difference(String expected, String found) {
    List<String> lines = expected.lines().toList();
    List<String> others = found.lines().toList();
    for (int i = 0; i < Math.min(lines.size(), others.size()); i++) {
      if (!alike(lines.get(i), others.get(i))) {
        return Optional.of("\"%s\", not \"%s\"".formatted(others.get(i), lines.get(i)));
      }
    }
    return lines.size() == others.size()
        ? Optional.empty()
        : Optional.of("%d lines, not %d".formatted(others.size(), lines.size()));
  }

  private static boolean alike(String line, String found) {
    if (!DECIMAL.matcher(line).replaceAll("#").equals(DECIMAL.matcher(found).replaceAll("#"))) {
      return false;
    }
    Matcher figures = DECIMAL.matcher(line);
    Matcher others = DECIMAL.matcher(found);
    while (figures.find() && others.find()) {
      BigDecimal figure = new BigDecimal(figures.group());
      BigDecimal other = new BigDecimal(others.group());
      if (figure.scale() != other.scale()
          || figure.subtract(other).abs().compareTo(figure.ulp()) > 0) {
        return false;
      }
    }
    return true;
  }
}
