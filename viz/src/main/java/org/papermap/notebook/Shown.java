package org.papermap.notebook;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.papermap.viz.Chart;

/// What a cell shows: the value of its last expression, in one form or more. Jupyter takes the
/// richest form that it can show. Immutable.
///
/// @param forms the texts by their media types, such as `text/html`; not empty
public record Shown(SortedMap<String, String> forms) {
  public Shown {
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("no form to show a value in. Give one.");
    }
    forms = Collections.unmodifiableSortedMap(new TreeMap<>(forms));
  }

  /// A piece of a page. Scripts in it run where Jupyter trusts the notebook.
  public static Shown html(String html) {
    return new Shown(new TreeMap<>(Map.of("text/html", html)));
  }

  /// Any value: a chart as a picture and in words, others by their `toString`.
  public static Shown of(Object value) {
    return switch (value) {
      case Shown shown -> shown;
      case Chart chart ->
          new Shown(
              new TreeMap<>(Map.of("image/svg+xml", chart.svg(), "text/plain", chart.text())));
      default -> new Shown(new TreeMap<>(Map.of("text/plain", String.valueOf(value))));
    };
  }
}
