package org.papermap.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.papermap.cli.internal.options.FieldFilter;
import org.papermap.cli.internal.terminal.TerminalText;
import org.papermap.files.InputException;
import org.papermap.search.PaperIndex;

/// Explains a filter that no paper passes: it lists the values that the field has.
final class FilterCheck {
  /// The most values to list; further ones are counted.
  private static final int NAMED = 8;

  private static final int LENGTH = 60;

  private FilterCheck() {}

  /// @throws InputException if papers have no such field, or none has such a value
  static void requireSome(List<FieldFilter> filters, PaperIndex papers) throws IOException {
    for (FieldFilter filter : filters) {
      if (papers.papers(filter.filter(), 1).isEmpty()) {
        throw new InputException(TerminalText.of(nothing(filter, papers)));
      }
    }
  }

  private static String nothing(FieldFilter filter, PaperIndex papers) throws IOException {
    Map<String, Integer> values = papers.values(filter.name());
    if (values.isEmpty()) {
      return "filter %s: no paper has this field. Filter by one of %s."
          .formatted(filter.name(), String.join(", ", papers.fields()));
    }
    // A topic is listed by its number, and by number and name: the latter is enough.
    boolean numbered = values.keySet().stream().anyMatch(value -> value.matches("\\d+; .*"));
    List<String> named = new ArrayList<>();
    for (String value : values.keySet()) {
      if (!numbered || value.matches("\\d+; .*")) {
        named.add(numbered ? value.replaceFirst(";", "") : value);
      }
    }
    List<String> first =
        named.subList(0, Math.min(NAMED, named.size())).stream().map(FilterCheck::cut).toList();
    return "filter %s: no paper has \"%s\" there. There %s %s%s."
        .formatted(
            filter.name(),
            filter.value(),
            named.size() == 1 ? "is" : "are",
            String.join(", ", first),
            named.size() > NAMED ? " and %,d more".formatted(named.size() - NAMED) : "");
  }

  private static String cut(String value) {
    return value.length() <= LENGTH ? value : value.substring(0, LENGTH) + "…";
  }
}
