package org.papermap.corpus;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    named.forEach((name, value) -> {
      String text = PlainText.oneLine(value);
      if (!text.isEmpty()) {
        cleaned.putIfAbsent(PlainText.oneLine(name), text);
      }
    });
    Map<Field, String> names = namesByField(cleaned.keySet());
    Map<Field, String> values = new EnumMap<>(Field.class);
    names.forEach((field, name) -> values.put(field, cleaned.getOrDefault(name, "")));

    Map<String, String> extra = new LinkedHashMap<>(cleaned);
    extra.keySet().removeAll(names.values());
    extra.remove("");
    return new Row(line, Collections.unmodifiableMap(values), cleanNames(authors), extra);
  }

  static Row of(long line, String title, String abstractText) {
    return of(line, Map.of("title", title, "abstract", abstractText), List.of());
  }

  Optional<String> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /// What may identify the paper elsewhere, the id first.
  Stream<String> identifiers() {
    return Stream.concat(
        value(Field.ID).stream(),
        extra.entrySet().stream()
            .filter(entry -> Field.isNamed(entry.getKey(), Field.ID))
            .map(Map.Entry::getValue));
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
      Field.named(name)
          .filter(m -> m.rank() < ranks.getOrDefault(m.field(), Integer.MAX_VALUE))
          .ifPresent(match -> {
            chosen.put(match.field(), name);
            ranks.put(match.field(), match.rank());
          });
    }
    return chosen;
  }

  private static List<String> cleanNames(List<String> names) {
    return names.stream().map(PlainText::oneLine).filter(name -> !name.isEmpty()).toList();
  }
}
