package org.papermap.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// One row of a source, its values cleaned and told apart by what they mean.
///
/// @param line where the row begins, from 1
/// @param values by meaning; none is blank
/// @param authors in order, where the source lists them one by one; else they may be in the values
/// @param extra values that mean nothing here, by their own names, in the source's order
record Row(long line, Map<Field, String> values, List<String> authors, Map<String, String> extra) {

  /// The row of these values by the source's own names. Blank ones are left out.
  static Row of(long line, Map<String, String> named, List<String> authors) {
    Map<String, String> cleaned = new LinkedHashMap<>();
    for (Map.Entry<String, String> entry : named.entrySet()) {
      String text = PlainText.oneLine(entry.getValue());
      if (!text.isEmpty()) {
        cleaned.putIfAbsent(PlainText.oneLine(entry.getKey()), text);
      }
    }
    Map<Field, String> values = namesByField(cleaned.keySet());
    values.replaceAll((_, name) -> Objects.requireNonNull(cleaned.remove(name)));
    cleaned.remove("");
    return new Row(line, Collections.unmodifiableMap(values), cleanNames(authors), cleaned);
  }

  static Row of(long line, String title, String abstractText) {
    return of(line, Map.of("title", title, "abstract", abstractText), List.of());
  }

  Optional<String> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /// What may identify the paper elsewhere, the id first.
  List<String> identifiers() {
    List<String> identifiers = new ArrayList<>();
    value(Field.ID).ifPresent(identifiers::add);
    for (Map.Entry<String, String> entry : extra.entrySet()) {
      if (Field.isNamed(entry.getKey(), Field.ID)) {
        identifiers.add(entry.getValue());
      }
    }
    return identifiers;
  }

  /// What the row has, by name.
  List<String> names() {
    return Stream.concat(
            values.keySet().stream().map(field -> field.name().toLowerCase(Locale.ROOT)),
            extra.keySet().stream())
        .toList();
  }

  private static Map<Field, String> namesByField(Set<String> names) {
    Map<Field, String> chosen = new EnumMap<>(Field.class);
    Map<Field, Integer> ranks = new EnumMap<>(Field.class);
    for (String name : names) {
      Field.Match match = Field.named(name).orElse(null);
      if (match != null && match.rank() < ranks.getOrDefault(match.field(), Integer.MAX_VALUE)) {
        chosen.put(match.field(), name);
        ranks.put(match.field(), match.rank());
      }
    }
    return chosen;
  }

  private static List<String> cleanNames(List<String> names) {
    List<String> cleaned = new ArrayList<>(names.size());
    for (String name : names) {
      String text = PlainText.oneLine(name);
      if (!text.isEmpty()) {
        cleaned.add(text);
      }
    }
    return cleaned;
  }
}
