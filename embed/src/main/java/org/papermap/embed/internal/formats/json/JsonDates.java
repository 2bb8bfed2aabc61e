package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Dates as services write them: text, a number, `{"date-parts": [[2020, 5, 2]]}`, or an object of
/// year, month and day.
final class JsonDates {
  private JsonDates() {}

  /// The date as text, parts that are known in ISO order, or empty.
  static String of(JsonNode value) {
    if (value.isArray()) {
      return value.isEmpty() ? "" : of(value.get(0));
    }
    if (!value.isObject()) {
      return JsonTexts.scalar(value);
    }
    JsonNode parts = value.path("date-parts").path(0);
    String iso = parts.isArray() ? iso(texts(parts)) : "";
    if (iso.isEmpty() && !part(value, "year").isEmpty()) {
      iso = iso(List.of(part(value, "year"), part(value, "month"), part(value, "day")));
    }
    if (!iso.isEmpty()) {
      return iso;
    }
    for (String member : List.of("date-time", "$date", "raw", "literal", "value", "date", "text")) {
      String text = JsonTexts.scalar(value.path(member));
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  private static String part(JsonNode object, String name) {
    // PubMed has `Year`.
    JsonNode part =
        object.has(name) ? object.path(name) : object.path(name.replaceFirst("^.", capital(name)));
    return JsonTexts.scalar(part.isObject() ? part.path("value") : part).strip();
  }

  private static String capital(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  private static List<String> texts(JsonNode parts) {
    List<String> texts = new ArrayList<>();
    for (JsonNode part : parts) {
      texts.add(JsonTexts.scalar(part).strip());
    }
    return texts;
  }

  /// `2020-05-02` of its parts, or as they stand if some is no number.
  private static String iso(List<String> parts) {
    List<String> known = parts.stream().limit(3).takeWhile(part -> !part.isEmpty()).toList();
    if (known.stream().anyMatch(part -> !part.matches("\\d{1,4}"))) {
      return String.join(" ", known.reversed());
    }
    StringBuilder iso = new StringBuilder();
    for (String part : known) {
      iso.append(iso.isEmpty() ? "" : "-").append(part.length() == 1 ? "0" + part : part);
    }
    return iso.toString();
  }
}
