package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The lines of a `models.properties`, each with its number, so that an error can say where it is.
final class CatalogEntries {
  private static final String DEFAULT = "default";

  /// What a model's description consists of; every model has all of it but what is optional.
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
    DTYPE("dtype"),
    POSITIONS("positions"),
    LONG_TEXTS("longTexts");

    /// What need not be said, because it follows from the rest.
    private static final Set<Key> OPTIONAL = EnumSet.of(DTYPE, POSITIONS, LONG_TEXTS);

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

  private static final String FILE = "file:";

  private final String where;

  /// What the paths of models' folders are relative to.
  private final Path base;

  private final Map<String, Map<Key, Value>> described = new LinkedHashMap<>();
  private @Nullable Value chosen;

  private CatalogEntries(String where, Path base) {
    this.where = where;
    this.base = base;
  }

  static CatalogEntries parse(String where, Path base, String text) {
    CatalogEntries entries = new CatalogEntries(where, base);
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

  List<ModelSpec> models() throws IOException {
    List<ModelSpec> models = new ArrayList<>();
    for (Map.Entry<String, Map<Key, Value>> each : described.entrySet()) {
      Map<Key, Value> parts = each.getValue();
      Value source = parts.get(Key.SOURCE);
      models.add(
          source != null && source.text.startsWith(FILE)
              ? folder(each.getKey(), parts, source)
              : model(each.getKey(), parts));
    }
    return List.copyOf(models);
  }

  /// A model in a folder, which says of itself what is not said here.
  private ModelSpec folder(String name, Map<Key, Value> parts, Value source) throws IOException {
    Path folder = base.resolve(source.text.substring(FILE.length()));
    if (!Files.isDirectory(folder)) {
      throw error(source.line, folder + " is no folder", "Name a folder with a model");
    }
    ModelSpec own = ModelFolder.read(folder);
    Reader reader = new Reader(name, parts);
    int maxTokens =
        reader.has(Key.MAX_TOKENS)
            ? reader.number(Key.MAX_TOKENS, ModelSpec.SPECIAL_TOKENS + 1)
            : own.maxTokens();
    return new ModelSpec(
        name,
        own.weights(),
        own.tokenizer(),
        own.dimension(),
        maxTokens,
        reader.has(Key.POOLING) ? reader.pooling() : own.pooling(),
        reader.has(Key.QUERY_PREFIX) ? reader.text(Key.QUERY_PREFIX) : own.queryPrefix(),
        reader.has(Key.PASSAGE_PREFIX) ? reader.text(Key.PASSAGE_PREFIX) : own.passagePrefix(),
        reader.has(Key.LICENCE) ? reader.licence() : own.licence(),
        reader.dtype(own.dtypes()),
        Math.max(maxTokens, own.positions()),
        reader.has(Key.LONG_TEXTS) ? reader.longTexts() : LongTexts.TRUNCATE);
  }

  private ModelSpec model(String name, Map<Key, Value> parts) {
    for (Key key : Key.values()) {
      if (!parts.containsKey(key) && !Key.OPTIONAL.contains(key)) {
        throw new ModelCatalogException(
            "%s: %s.%s is missing. Add it.".formatted(where, name, key.text));
      }
    }
    Reader reader = new Reader(name, parts);
    PublishedFile weights = reader.weights();
    int maxTokens = reader.number(Key.MAX_TOKENS, ModelSpec.SPECIAL_TOKENS + 1);
    return new ModelSpec(
        name,
        weights,
        reader.tokenizer(weights),
        reader.number(Key.DIMENSION, 1),
        maxTokens,
        reader.pooling(),
        reader.text(Key.QUERY_PREFIX),
        reader.text(Key.PASSAGE_PREFIX),
        reader.licence(),
        reader.dtype(List.of(Dtype.values())),
        reader.has(Key.POSITIONS) ? reader.number(Key.POSITIONS, maxTokens) : maxTokens,
        reader.has(Key.LONG_TEXTS) ? reader.longTexts() : LongTexts.TRUNCATE);
  }

  /// One model's values, each checked as it is read.
  private final class Reader {
    private final String name;
    private final Map<Key, Value> parts;

    Reader(String name, Map<Key, Value> parts) {
      this.name = name;
      this.parts = parts;
    }

    boolean has(Key key) {
      return parts.containsKey(key);
    }

    String text(Key key) {
      return value(key).text;
    }

    PublishedFile weights() {
      try {
        return PublishedFile.at(text(Key.SOURCE), sha256(Key.SOURCE_SHA256));
      } catch (IllegalArgumentException _) {
        throw bad(Key.SOURCE, "Give maven:<group>:<artifact>:<version>!/<entry>, or file:<folder>");
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

    Dtype dtype(List<Dtype> known) {
      if (!has(Key.DTYPE)) {
        return Dtype.FLOAT32;
      }
      for (Dtype dtype : known) {
        if (dtype.label().equals(text(Key.DTYPE))) {
          return dtype;
        }
      }
      throw bad(
          Key.DTYPE,
          "Give " + known.stream().map(Dtype::label).collect(Collectors.joining(" or ")));
    }

    LongTexts longTexts() {
      return switch (text(Key.LONG_TEXTS)) {
        case "truncate" -> LongTexts.TRUNCATE;
        case "window" -> LongTexts.WINDOW;
        case "full" -> LongTexts.FULL;
        default -> throw bad(Key.LONG_TEXTS, "Give truncate, window or full");
      };
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
