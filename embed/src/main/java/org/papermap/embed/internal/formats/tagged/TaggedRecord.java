package org.papermap.embed.internal.formats.tagged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.papermap.embed.internal.formats.AsciiSet;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.SourceRecord;

/// The tags of one record, in the order of the source, while it is read. A value that goes over
/// several lines holds their breaks.
final class TaggedRecord {
  /// A shorter abstract may be a placeholder, which does not count as an abstract.
  private static final int SURE_ABSTRACT = 60;

  private static final AsciiSet MARKS = AsciiSet.of("<&\\$");

  private static final Pattern HEADING =
      Pattern.compile("^abstract\\h*(?:[:.]|\\n)\\s*(?=\\S)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> TEXTS = Set.of("AB", "N1", "N2", "TI", "T1", "T2", "RN", "NO");

  private final long line;
  private final List<Tag> tags = new ArrayList<>();
  private boolean blank = true;

  /// @param line where the record begins, from 1
  TaggedRecord(long line) {
    this.line = line;
  }

  /// A tag with all lines of its value.
  private static final class Tag {
    private final String name;
    private final StringBuilder value;

    Tag(String name, String value) {
      this.name = name;
      this.value = new StringBuilder(value);
    }

    String text() {
      return value.toString();
    }
  }

  long line() {
    return line;
  }

  void add(String name, String value) {
    tags.add(new Tag(name, value));
    blank &= value.isBlank();
  }

  /// Adds a line to the value of the last tag.
  ///
  /// @return false if there is no tag that it could belong to
  boolean goOn(String text) {
    if (tags.isEmpty()) {
      return false;
    }
    tags.getLast().value.append('\n').append(text.strip());
    blank &= text.isBlank();
    return true;
  }

  /// Whether the last tag is one whose value may go over many lines of any words.
  boolean isInText() {
    return !tags.isEmpty() && TEXTS.contains(tags.getLast().name);
  }

  /// Whether no tag has a value.
  boolean isBlank() {
    return blank;
  }

  boolean has(String name) {
    return tags.stream().anyMatch(tag -> tag.name.equals(name) && !tag.value.isEmpty());
  }

  /// The values of the tags of this name that are not blank.
  List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Tag tag : tags) {
      if (tag.name.equals(name)) {
        String value = tag.text().strip();
        if (!value.isEmpty()) {
          values.add(value);
        }
      }
    }
    return values;
  }

  /// The first value of the first of these names that has one.
  Optional<String> first(String... names) {
    for (String name : names) {
      List<String> values = all(name);
      if (!values.isEmpty()) {
        return Optional.of(values.getFirst());
      }
    }
    return Optional.empty();
  }

  /// All values of the first of these names that has one, joined.
  Optional<String> joined(String joint, String... names) {
    for (String name : names) {
      List<String> values = all(name);
      if (!values.isEmpty()) {
        return Optional.of(String.join(joint, values));
      }
    }
    return Optional.empty();
  }

  /// The values of all these tags, in the order of the record, split at line breaks and at `;`.
  List<String> items(String... names) {
    List<String> wanted = List.of(names);
    List<String> items = new ArrayList<>();
    for (Tag tag : tags) {
      if (wanted.contains(tag.name)) {
        for (String item : tag.text().split("[;\n]", -1)) {
          if (!item.isBlank()) {
            items.add(item.strip());
          }
        }
      }
    }
    return items;
  }

  /// The names and values in order: for formats in which the order of different tags matters.
  void forEach(BiConsumer<String, String> each) {
    for (Tag tag : tags) {
      each.accept(tag.name, tag.text().strip());
    }
  }

  /// Puts all tags into the record, so that it can be written back: each further line of a value is
  /// one more, named `+`. An abstract that needs no cleaning is not kept twice: its tag is then
  /// named with `=` behind it.
  void keep(SourceRecord.Builder record, String abstractText) {
    for (Tag tag : tags) {
      String value = tag.text();
      if (isKeptAsAbstract(value, abstractText)) {
        record.original(tag.name + "=", "abstract");
        continue;
      }
      String name = tag.name;
      for (String part : value.split("\n", -1)) {
        record.original(name, part);
        name = "+";
      }
    }
  }

  private static boolean isKeptAsAbstract(String value, String abstractText) {
    if (value.length() < SURE_ABSTRACT || !value.equals(abstractText)) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~' || MARKS.contains(c)) {
        return false;
      }
    }
    return !value.regionMatches(true, 0, "abstract", 0, 8) && !value.contains("  ");
  }

  /// The text of an abstract without the word "Abstract" that some publishers begin it with.
  static String withoutHeading(String text) {
    return HEADING.matcher(text).replaceFirst("");
  }

  static void put(SourceRecord.Builder record, Field field, Optional<String> value) {
    value.ifPresent(text -> record.put(field, text));
  }

  static void put(SourceRecord.Builder record, String name, Optional<String> value) {
    value.ifPresent(text -> record.put(name, text));
  }

  static void put(SourceRecord.Builder record, Field field, String name, List<String> items) {
    if (!items.isEmpty()) {
      record.put(field, name, items.stream().distinct().collect(Collectors.joining("; ")));
    }
  }
}
