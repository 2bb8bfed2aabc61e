package org.papermap.langchain4j;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.segment.TextSegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Paper;

/// A segment as a paper of an index: its text is the title, its metadata are further fields. A
/// field of its own has a letter for the type of each value.
final class StoredSegment {
  private static final String TYPES = "langchain4j:types";
  private static final String NO_SEGMENT = "-";

  private StoredSegment() {}

  /// @param segment null where there is a vector alone
  static Paper paper(String id, @Nullable TextSegment segment) {
    Map<String, String> fields = new LinkedHashMap<>();
    if (segment == null) {
      fields.put(TYPES, NO_SEGMENT);
      return new Paper(id, id, "", List.of(), null, null, fields);
    }
    StringBuilder types = new StringBuilder();
    fields.put(TYPES, "");
    segment
        .metadata()
        .toMap()
        .forEach((name, value) -> {
          types.append(letter(value));
          fields.put(name, value.toString());
        });
    fields.put(TYPES, types.toString());
    return new Paper(id, segment.text(), "", List.of(), null, null, fields);
  }

  private static char letter(Object value) {
    return switch (value) {
      case Integer _ -> 'i';
      case Long _ -> 'l';
      case Float _ -> 'f';
      case Double _ -> 'd';
      case UUID _ -> 'u';
      default -> 's';
    };
  }

  /// The segment of a paper, or null where there is none.
  static @Nullable TextSegment segment(Paper paper) {
    return NO_SEGMENT.equals(paper.extra().get(TYPES))
        ? null
        : TextSegment.from(paper.text(), metadata(paper));
  }

  /// Whether a paper of an index was a segment.
  static boolean isOne(Paper paper) {
    String types = paper.extra().get(TYPES);
    return types != null && !types.equals(NO_SEGMENT);
  }

  static Metadata metadata(Paper paper) {
    Metadata metadata = new Metadata();
    String types = paper.extra().getOrDefault(TYPES, "");
    int[] at = new int[1];
    paper
        .extra()
        .forEach((name, value) -> {
          if (!name.equals(TYPES)) {
            put(metadata, name, value, at[0] < types.length() ? types.charAt(at[0]) : 's');
            at[0]++;
          }
        });
    return metadata;
  }

  private static void put(Metadata metadata, String name, String value, char type) {
    switch (type) {
      case 'i' -> metadata.put(name, Integer.parseInt(value));
      case 'l' -> metadata.put(name, Long.parseLong(value));
      case 'f' -> metadata.put(name, Float.parseFloat(value));
      case 'd' -> metadata.put(name, Double.parseDouble(value));
      case 'u' -> metadata.put(name, UUID.fromString(value));
      default -> metadata.put(name, value);
    }
  }
}
