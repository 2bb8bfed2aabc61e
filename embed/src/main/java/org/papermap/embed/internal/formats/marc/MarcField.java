package org.papermap.embed.internal.formats.marc;

import java.util.List;
import java.util.stream.Stream;

/// A field of a MARC record.
///
/// @param tag its number, such as `245`
/// @param indicators the two signs before the parts; empty for a field without parts
/// @param text all of a field without parts, such as the record's number; else empty
public record MarcField(String tag, String indicators, String text, List<Part> parts) {
  /// A part of a field behind its code.
  public record Part(String code, String text) {}

  public MarcField {
    parts = List.copyOf(parts);
  }

  Stream<String> all(String code) {
    return parts.stream()
        .filter(part -> part.code().equals(code))
        .map(part -> part.text().strip())
        .filter(text -> !text.isEmpty());
  }

  /// The first part of this code, or empty.
  String first(String code) {
    return all(code).findFirst().orElse("");
  }
}
