package org.papermap.springai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.papermap.corpus.Paper;
import org.springframework.ai.document.Document;

/// A document as a paper of an index: its text is the title, its metadata are further fields. A
/// field of its own has a letter for the type of each value.
final class StoredDocument {
  private static final String TYPES = "springai:types";
  private static final String BETWEEN = "; ";

  private StoredDocument() {}

  /// @throws IllegalArgumentException if the document has no text
  static Paper paper(Document document) {
    String text = document.getText();
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(
          "document " + document.getId() + ": no text. Give documents that have some.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    StringBuilder types = new StringBuilder();
    fields.put(TYPES, "");
    document
        .getMetadata()
        .forEach((name, value) -> {
          types.append(letter(value));
          fields.put(
              name,
              value instanceof List<?> list
                  ? String.join(BETWEEN, list.stream().map(String::valueOf).toList())
                  : String.valueOf(value));
        });
    fields.put(TYPES, types.toString());
    return new Paper(document.getId(), text, "", List.of(), null, null, fields);
  }

  private static char letter(Object value) {
    return switch (value) {
      case Integer _ -> 'i';
      case Long _ -> 'l';
      case Float _ -> 'f';
      case Double _ -> 'd';
      case Boolean _ -> 'b';
      case List<?> _ -> 'a';
      default -> 's';
    };
  }

  static Document document(Paper paper, double score) {
    return Document.builder()
        .id(paper.id())
        .text(paper.text())
        .metadata(metadata(paper))
        .score(score)
        .build();
  }

  static Map<String, Object> metadata(Paper paper) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    String types = paper.extra().getOrDefault(TYPES, "");
    paper
        .extra()
        .forEach((name, value) -> {
          if (!name.equals(TYPES)) {
            int at = metadata.size();
            metadata.put(name, value(value, at < types.length() ? types.charAt(at) : 's'));
          }
        });
    return metadata;
  }

  private static Object value(String text, char type) {
    return switch (type) {
      case 'i' -> Integer.valueOf(text);
      case 'l' -> Long.valueOf(text);
      case 'f' -> Float.valueOf(text);
      case 'd' -> Double.valueOf(text);
      case 'b' -> Boolean.valueOf(text);
      case 'a' -> List.of(text.split(BETWEEN));
      default -> text;
    };
  }
}
