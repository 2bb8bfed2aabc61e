package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.papermap.embed.internal.formats.SectionLabels;
import org.papermap.files.ResourceText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NumericNode;

/// The text that a JSON value stands for, in the shapes that services give it: plain, in a list, in
/// an object with one telling member (`{"value": …}`, `{"#text": …}`), by language, or as an index
/// of words.
final class JsonTexts {
  /// Members that hold the text of an object, the more telling ones first.
  private static final List<String> TEXT_MEMBERS =
      ResourceText.section(JsonTexts.class, "members.txt", "text");

  private static final List<String> LABELS = List.of("@Label", "label", "Label", "heading");

  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /// A longer way down to a text is none.
  private static final int MAX_DEPTH = 6;

  private JsonTexts() {}

  /// The text of a plain value; empty for null, NaN, and what is not plain.
  static String scalar(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING, BOOLEAN -> value.asString();
      case NUMBER -> value instanceof NumericNode number && number.isNaN() ? "" : value.asString();
      case ARRAY, OBJECT, NULL, MISSING, BINARY, POJO -> "";
    };
  }

  /// What to call the value in a report.
  static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "a list";
      case BOOLEAN -> "a truth value";
      case NULL, MISSING -> "nothing";
      case NUMBER -> "a number";
      case STRING -> "a string";
      case OBJECT -> "an object";
      case BINARY, POJO -> "a value";
    };
  }

  /// Whether the value may be a text: an object without a telling member is a record of something.
  static boolean mayBeText(JsonNode value) {
    return !value.isObject()
        || isByLanguage(value)
        || TEXT_MEMBERS.stream().anyMatch(member -> !member(value, member).isMissingNode());
  }

  /// The first text that the value holds, or empty.
  static String first(JsonNode value) {
    return texts(value, 0).stream().findFirst().orElse("");
  }

  /// All texts that the value holds, as one running text. Labelled parts keep their labels.
  static String running(JsonNode value) {
    return String.join(" ", texts(value, 0));
  }

  /// All texts that the value holds, set apart by semicolons.
  static String list(JsonNode value) {
    return String.join("; ", texts(value, 0));
  }

  private static List<String> texts(JsonNode value, int depth) {
    List<String> texts = new ArrayList<>();
    if (depth > MAX_DEPTH) {
      return texts;
    }
    if (value.isArray()) {
      boolean ofItem = false;
      for (JsonNode part : value) {
        ofItem |= isOfItem(part);
      }
      for (JsonNode part : value) {
        if (!ofItem || isOfItem(part)) {
          texts.addAll(texts(part, depth + 1));
        }
      }
    } else if (value.isObject()) {
      texts.addAll(ofObject(value, depth));
    } else {
      String text = scalar(value);
      if (!text.isBlank()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /// Web of Science lists the titles of a work and of what it appeared in.
  private static boolean isOfItem(JsonNode part) {
    return part.isObject() && scalar(part.path("type")).equals("item") && part.has("content");
  }

  private static List<String> ofObject(JsonNode object, int depth) {
    List<String> texts = List.of();
    for (String member : TEXT_MEMBERS) {
      JsonNode value = member(object, member);
      texts = value.isMissingNode() ? List.of() : texts(value, depth + 1);
      if (!texts.isEmpty()) {
        break;
      }
    }
    if (texts.isEmpty() && object.size() > 0) {
      texts = texts(object.iterator().next(), depth + 1);
    }
    String label = label(object);
    if (label.isEmpty() || texts.isEmpty() || label.equals(texts.getFirst())) {
      return texts;
    }
    List<String> labelled = new ArrayList<>(texts);
    labelled.set(0, label + ": " + texts.getFirst());
    return labelled;
  }

  private static String label(JsonNode object) {
    for (String name : LABELS) {
      String label = scalar(object.path(name));
      if (!label.isBlank() && !label.equalsIgnoreCase("unlabelled")) {
        return SectionLabels.sentenceCase(label);
      }
    }
    return "";
  }

  /// The plain value of the first of these members that the object has, or empty.
  static String member(JsonNode object, List<String> names) {
    return names.stream()
        .map(name -> scalar(object.path(name)).strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static JsonNode member(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isMissingNode()) {
      return value;
    }
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (entry.getKey().toLowerCase(Locale.ROOT).equals(name)) {
        return entry.getValue();
      }
    }
    return value;
  }

  /// The text that an index of words and their places stands for, each word at all its places.
  /// Places need not be without gaps.
  static String inverted(JsonNode index) {
    JsonNode words = index.path("InvertedIndex").isObject() ? index.path("InvertedIndex") : index;
    InvertedIndex inOrder = new InvertedIndex();
    for (Map.Entry<String, JsonNode> word : words.properties()) {
      for (JsonNode place : word.getValue()) {
        if (place.isIntegralNumber()) {
          inOrder.add(word.getKey(), place.longValue());
        }
      }
    }
    return inOrder.text();
  }

  /// Whether the value maps words to lists of their places.
  static boolean isInverted(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      return false;
    }
    JsonNode first = value.iterator().next();
    return value.path("InvertedIndex").isObject()
        || (first.isArray() && !first.isEmpty() && first.get(0).isIntegralNumber());
  }

  /// Whether the members' names are languages, so that their values are one text in several.
  static boolean isByLanguage(JsonNode object) {
    return object.isObject()
        && !object.isEmpty()
        && object.propertyNames().stream().allMatch(JsonTexts::isLanguage);
  }

  private static boolean isLanguage(String name) {
    return name.length() >= 2
        && name.length() <= 7
        && LANGUAGES.contains(name.substring(0, 2).toLowerCase(Locale.ROOT))
        && (name.length() == 2 || name.charAt(2) == '-' || name.charAt(2) == '_');
  }
}
