package org.papermap.embed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.weights.Dtype;
import org.papermap.embed.weights.PublishedFile;

/// The lines of a `models.properties`, each with its number, so that an error can say where it is.
final class CatalogEntries {
  private static final String DEFAULT = "default";

  /// What a model's description consists of; every model has all of it but the number format.
  private enum Key {
    SOURCE("source"),
    SOURCE_SHA256("sourceSha256"),
    TOKENIZER("tokenizer"),
    TOKENIZER_SHA256("tokenizerSha256"),
    DIMENSION("dimension"),
    MAX_TOKENS("maxTokens"),
    POOLING("pooling"),
    QUERY_PREFIX("queryPrefix"),
    PASSAGE_PREFIX("passagePrefix"),
    LICENCE("licence"),
    DTYPE("dtype");

    private final String text;

    Key(String text) {
      this.text = text;
    }

    static @Nullable Key of(String text) {
      for (Key key : values()) {
        if (key.text.equals(text)) {
          return key;
        }
      }
      return null;
    }

    static String all() {
      return String.join(", ", List.of(values()).stream().map(key -> key.text).toList());
    }
  }

  private record Value(int line, String text) {}

  private final String where;
  private final Map<String, Map<Key, Value>> described = new LinkedHashMap<>();
  private @Nullable Value chosen;

  private CatalogEntries(String where) {
    this.where = where;
  }

  static CatalogEntries parse(String where, String text) {
    CatalogEntries entries = new CatalogEntries(where);
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && line.charAt(0) != '#') {
        entries.add(i + 1, line);
      }
    }
    return entries;
  }

  private void add(int line, String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw error(line, "\"" + text + "\"", "Write <key> = <value>, or # before a comment");
    }
    String key = text.substring(0, equals).strip();
    Value value = new Value(line, unquoted(text.substring(equals + 1).strip()));
    if (key.equals(DEFAULT)) {
      if (chosen != null) {
        throw twice(line, key, chosen);
      }
      chosen = value;
      return;
    }
    // A model's name may have dots in it; its keys have none.
    int dot = key.lastIndexOf('.');
    Key part = Key.of(key.substring(dot + 1));
    if (dot < 1 || part == null) {
      throw error(
          line,
          "unknown key \"" + key + "\"",
          "Write default or <model>.<key>, with one of the keys " + Key.all());
    }
    Map<Key, Value> parts =
        described.computeIfAbsent(key.substring(0, dot), _ -> new EnumMap<>(Key.class));
    Value earlier = parts.putIfAbsent(part, value);
    if (earlier != null) {
      throw twice(line, key, earlier);
    }
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  String defaultModel() {
    if (chosen == null) {
      throw new ModelCatalogException(where + ": no default. Add a line default = <model>.");
    }
    return chosen.text;
  }

  List<ModelSpec> models() {
    List<ModelSpec> models = new ArrayList<>();
    described.forEach((name, parts) -> models.add(model(name, parts)));
    return List.copyOf(models);
  }

  private ModelSpec model(String name, Map<Key, Value> parts) {
    for (Key key : Key.values()) {
      if (key != Key.DTYPE && !parts.containsKey(key)) {
        throw new ModelCatalogException(
            "%s: %s.%s is missing. Add it.".formatted(where, name, key.text));
      }
    }
    Reader reader = new Reader(name, parts);
    PublishedFile weights = reader.weights();
    return new ModelSpec(
        name,
        weights,
        reader.tokenizer(weights),
        reader.number(Key.DIMENSION, 1),
        reader.number(Key.MAX_TOKENS, ModelSpec.SPECIAL_TOKENS + 1),
        reader.pooling(),
        reader.text(Key.QUERY_PREFIX),
        reader.text(Key.PASSAGE_PREFIX),
        reader.licence(),
        reader.dtype());
  }

  /// One model's values, each checked as it is read.
  private final class Reader {
    private final String name;
    private final Map<Key, Value> parts;

    Reader(String name, Map<Key, Value> parts) {
      this.name = name;
      this.parts = parts;
    }

    String text(Key key) {
      return value(key).text;
    }

    PublishedFile weights() {
      try {
        return PublishedFile.at(text(Key.SOURCE), sha256(Key.SOURCE_SHA256));
      } catch (IllegalArgumentException _) {
        throw bad(Key.SOURCE, "Give maven:<group>:<artifact>:<version>!/<entry>");
      }
    }

    PublishedFile tokenizer(PublishedFile weights) {
      if (text(Key.TOKENIZER).isBlank()) {
        throw bad(Key.TOKENIZER, "Name the jar's entry");
      }
      return weights.beside(text(Key.TOKENIZER), sha256(Key.TOKENIZER_SHA256));
    }

    private String sha256(Key key) {
      if (!text(key).matches("[0-9a-f]{64}")) {
        throw bad(key, "Give 64 hexadecimal digits in lower case");
      }
      return text(key);
    }

    int number(Key key, int least) {
      String advice = "Give a whole number of " + least + " or more";
      try {
        int number = Integer.parseInt(text(key));
        if (number < least) {
          throw bad(key, advice);
        }
        return number;
      } catch (NumberFormatException _) {
        throw bad(key, advice);
      }
    }

    Pooling pooling() {
      return switch (text(Key.POOLING)) {
        case "mean" -> Pooling.MEAN;
        case "cls" -> Pooling.CLS;
        default -> throw bad(Key.POOLING, "Give mean or cls");
      };
    }

    Dtype dtype() {
      if (!parts.containsKey(Key.DTYPE)) {
        return Dtype.FLOAT32;
      }
      try {
        return Dtype.of(text(Key.DTYPE));
      } catch (IllegalArgumentException _) {
        throw bad(Key.DTYPE, "Give " + String.join(" or ", Dtype.labels()));
      }
    }

    String licence() {
      if (text(Key.LICENCE).isBlank()) {
        throw bad(Key.LICENCE, "Give the SPDX identifier");
      }
      return text(Key.LICENCE);
    }

    private ModelCatalogException bad(Key key, String advice) {
      Value value = value(key);
      return error(value.line, "%s.%s = \"%s\"".formatted(name, key.text, value.text), advice);
    }

    private Value value(Key key) {
      Value value = parts.get(key);
      if (value == null) {
        throw new AssertionError(key);
      }
      return value;
    }
  }

  private ModelCatalogException twice(int line, String key, Value earlier) {
    return error(
        line, "\"%s\" stands in line %d too".formatted(key, earlier.line), "Keep one of them");
  }

  private ModelCatalogException error(int line, String found, String advice) {
    return new ModelCatalogException("%s:%d: %s. %s.".formatted(where, line, found, advice));
  }
}
