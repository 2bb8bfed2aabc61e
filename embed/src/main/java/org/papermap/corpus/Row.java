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
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.SourceRecord;

/// One row of a source, its values cleaned and told apart by what they mean.
///
/// @param line where the row begins, from 1
/// @param values by meaning; none is blank
/// @param authors in order, where the source lists them one by one; else they may be in the values
/// @param extra values that mean nothing here, by their own names, in the source's order
record Row(long line, Map<Field, String> values, List<String> authors, Map<String, String> extra) {

  /// The row that the record makes.
  ///
  /// @param formatKey before the names of what is only kept to write the record back
  static Row of(SourceRecord record, FieldNames names, String formatKey) {
    Map<Field, String> values = new EnumMap<>(Field.class);
    Map<String, String> named = new LinkedHashMap<>();
    for (SourceRecord.Value value : record.values()) {
      String text = PlainText.oneLine(value.text());
      if (text.isEmpty()) {
        continue;
      }
      if (value.meaning() == null || values.putIfAbsent(value.meaning(), text) != null) {
        named.putIfAbsent(PlainText.oneLine(value.name()), text);
      }
    }
    Map<Field, String> nameOf = namesByField(named.keySet(), names);
    nameOf.forEach((field, name) -> {
      if (!values.containsKey(field)) {
        values.put(field, Objects.requireNonNull(named.remove(name)));
      }
    });
    named.remove("");
    addOriginal(record.original(), formatKey, named);
    return new Row(
        record.line(), Collections.unmodifiableMap(values), cleanNames(record.authors()), named);
  }

  private static void addOriginal(
      List<SourceRecord.Original> original, String formatKey, Map<String, String> extra) {
    for (SourceRecord.Original tag : original) {
      String name = formatKey + ":" + PlainText.oneLine(tag.name());
      String free = name;
      for (int copy = 2; extra.containsKey(free); copy++) {
        free = name + "#" + copy;
      }
      extra.put(free, PlainText.oneLine(tag.value()));
    }
  }

  Optional<String> value(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /// What may identify the paper elsewhere, the id first.
  List<String> identifiers() {
    List<String> identifiers = new ArrayList<>();
    value(Field.ID).ifPresent(identifiers::add);
    value(Field.ARXIV).ifPresent(identifiers::add);
    value(Field.DOI).ifPresent(identifiers::add);
    for (Map.Entry<String, String> entry : extra.entrySet()) {
      if (FieldNames.common().isNamed(entry.getKey(), Field.ID)) {
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

  private static Map<Field, String> namesByField(Set<String> present, FieldNames names) {
    Map<Field, String> chosen = new EnumMap<>(Field.class);
    Map<Field, Integer> ranks = new EnumMap<>(Field.class);
    for (String name : present) {
      Field.Match match = names.named(name).orElse(null);
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
