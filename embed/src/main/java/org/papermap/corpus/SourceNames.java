package org.papermap.corpus;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.registry.Formats;

/// The names that users give for fields and formats.
final class SourceNames {
  private SourceNames() {}

  static FieldNames of(Map<String, String> names) {
    Map<Field, String> mapped = new EnumMap<>(Field.class);
    names.forEach((field, name) -> mapped.put(field(field), name));
    return FieldNames.mapped(mapped);
  }

  private static Field field(String name) {
    return Arrays.stream(Field.values())
        .filter(field -> word(field).equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s: not a field of a paper. Name one of %s."
                    .formatted(
                        name,
                        Arrays.stream(Field.values())
                            .map(SourceNames::word)
                            .collect(Collectors.joining(", ")))));
  }

  private static String word(Field field) {
    return field.name().toLowerCase(Locale.ROOT);
  }

  static Format checkFormat(String key) {
    return Formats.named(key)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s: not a format that is read. Name one of %s."
                    .formatted(
                        key,
                        Formats.all().stream()
                            .map(Format::key)
                            .distinct()
                            .collect(Collectors.joining(", ")))));
  }
}
