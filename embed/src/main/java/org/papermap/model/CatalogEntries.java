package org.papermap.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.files.InputException;
import org.papermap.files.KeyValueFile;
import org.papermap.files.KeyValueFile.Entry;
import org.papermap.model.ModelFile.PublishedFile;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.model.ModelSpec.Pooling;

/// The models that the lines of a `models.properties` describe.
final class CatalogEntries {
  private static final String DEFAULT = "default";

  /// The keys of a model. Every model has all of them but the optional ones.
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

    /// Keys that may be missing, as their values follow from the others.
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

  private static final String FILE = "file:";

  private final KeyValueFile file;

  /// The folder that paths of model folders are relative to.
  private final Path base;

  private final Map<String, Map<Key, Entry>> described = new LinkedHashMap<>();
  private @Nullable Entry chosen;

  private CatalogEntries(KeyValueFile file, Path base) {
    this.file = file;
    this.base = base;
  }

  static CatalogEntries of(KeyValueFile file, Path base) throws InputException {
    CatalogEntries entries = new CatalogEntries(file, base);
    for (Entry entry : file.entries()) {
      entries.add(entry);
    }
    return entries;
  }

  private void add(Entry entry) throws InputException {
    if (entry.key().equals(DEFAULT)) {
      chosen = entry;
      return;
    }
    // A model's name may have dots in it; its keys have none.
    int dot = entry.key().lastIndexOf('.');
    Key part = Key.of(entry.key().substring(dot + 1));
    if (dot < 1 || part == null) {
      throw file.wrong(
          entry,
          "unknown key \"" + entry.key() + "\"",
          "Write default or <model>.<key>, with one of the keys " + Key.all());
    }
    described
        .computeIfAbsent(entry.key().substring(0, dot), _ -> new EnumMap<>(Key.class))
        .put(part, entry);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  String defaultModel() throws InputException {
    if (chosen == null) {
      throw file.wrong("no default", "Add a line default = <model>");
    }
    return unquoted(chosen.value());
  }

  List<ModelSpec> models() throws IOException {
    List<ModelSpec> models = new ArrayList<>();
    for (Map.Entry<String, Map<Key, Entry>> each : described.entrySet()) {
      Reader reader = new Reader(each.getKey(), each.getValue());
      boolean local = reader.has(Key.SOURCE) && reader.text(Key.SOURCE).startsWith(FILE);
      models.add(local ? folder(reader) : published(reader));
    }
    return List.copyOf(models);
  }

  /// A model in a folder; values that are missing here come from the files in the folder.
  private ModelSpec folder(Reader reader) throws IOException {
    Path folder = base.resolve(reader.text(Key.SOURCE).substring(FILE.length()));
    if (!Files.isDirectory(folder)) {
      throw file.wrong(
          reader.entry(Key.SOURCE), folder + " is not a folder", "Name a folder with a model");
    }
    ModelSpec own = ModelFolder.read(folder);
    int maxTokens =
        reader.has(Key.MAX_TOKENS)
            ? reader.number(Key.MAX_TOKENS, ModelSpec.SPECIAL_TOKENS + 1)
            : own.maxTokens();
    return new ModelSpec(
        reader.name,
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
        reader.longTexts());
  }

  private ModelSpec published(Reader reader) throws InputException {
    for (Key key : Key.values()) {
      if (!reader.has(key) && !Key.OPTIONAL.contains(key)) {
        throw file.wrong("%s.%s is missing".formatted(reader.name, key.text), "Add it");
      }
    }
    PublishedFile weights = reader.weights();
    int maxTokens = reader.number(Key.MAX_TOKENS, ModelSpec.SPECIAL_TOKENS + 1);
    return new ModelSpec(
        reader.name,
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
        reader.longTexts());
  }

  /// One model's values, each checked as it is read.
  private final class Reader {
    private final String name;
    private final Map<Key, Entry> parts;

    Reader(String name, Map<Key, Entry> parts) {
      this.name = name;
      this.parts = parts;
    }

    boolean has(Key key) {
      return parts.containsKey(key);
    }

    Entry entry(Key key) {
      return Objects.requireNonNull(parts.get(key));
    }

    String text(Key key) {
      return unquoted(entry(key).value());
    }

    PublishedFile weights() throws InputException {
      try {
        return PublishedFile.at(text(Key.SOURCE), sha256(Key.SOURCE_SHA256));
      } catch (IllegalArgumentException _) {
        throw wrong(
            Key.SOURCE, "Give maven:<group>:<artifact>:<version>!/<entry>, or file:<folder>");
      }
    }

    PublishedFile tokenizer(PublishedFile weights) throws InputException {
      if (text(Key.TOKENIZER).isBlank()) {
        throw wrong(Key.TOKENIZER, "Name the jar's entry");
      }
      return weights.beside(text(Key.TOKENIZER), sha256(Key.TOKENIZER_SHA256));
    }

    private String sha256(Key key) throws InputException {
      if (!text(key).matches("[0-9a-f]{64}")) {
        throw wrong(key, "Give 64 hexadecimal digits in lower case");
      }
      return text(key);
    }

    int number(Key key, int least) throws InputException {
      try {
        int number = Integer.parseInt(text(key));
        if (number >= least) {
          return number;
        }
      } catch (NumberFormatException _) {
        // Reported below, like a number that is too small.
      }
      throw wrong(key, "Give a whole number of " + least + " or more");
    }

    Pooling pooling() throws InputException {
      return choice(Key.POOLING, List.of(Pooling.values()));
    }

    Dtype dtype(List<Dtype> known) throws InputException {
      return has(Key.DTYPE) ? choice(Key.DTYPE, known) : Dtype.FLOAT32;
    }

    LongTexts longTexts() throws InputException {
      return has(Key.LONG_TEXTS)
          ? choice(Key.LONG_TEXTS, List.of(LongTexts.values()))
          : LongTexts.TRUNCATE;
    }

    String licence() throws InputException {
      if (text(Key.LICENCE).isBlank()) {
        throw wrong(Key.LICENCE, "Give the SPDX identifier");
      }
      return text(Key.LICENCE);
    }

    /// The one of these that the value names, in small letters.
    private <T extends Enum<T>> T choice(Key key, List<T> known) throws InputException {
      List<String> names =
          known.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
      int found = names.indexOf(text(key));
      if (found < 0) {
        throw wrong(key, "Give " + String.join(" or ", names));
      }
      return known.get(found);
    }

    private InputException wrong(Key key, String advice) {
      return file.wrong(entry(key), "%s.%s = \"%s\"".formatted(name, key.text, text(key)), advice);
    }
  }
}
