package org.papermap.embed.internal.formats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One record as a source has it: raw values, in the source's order, names possibly repeated. The
/// reader of corpora cleans the values, removes markup, and decides what each one means.
///
/// @param line where the record begins, from 1
/// @param values all values; of several for one field, the first that is not blank counts
/// @param authors names one by one, where the source lists them so, in any order of their parts
/// @param original what the source's own format needs to write the record back, and nobody else
///   reads: tags and their values, in order, names possibly repeated
public record SourceRecord(
    long line, List<Value> values, List<String> authors, List<Original> original) {

  public SourceRecord {
    values = List.copyOf(values);
    authors = List.copyOf(authors);
    original = List.copyOf(original);
  }

  /// A value of the record.
  ///
  /// @param meaning the field that the format knows it to be, or null where only its name tells
  /// @param name as the source calls it; blank where it has no name of its own
  public record Value(@Nullable Field meaning, String name, String text) {}

  /// A tag or key of the source with its value, as they stood there.
  public record Original(String name, String value) {}

  /// A record that begins at this line, to be filled.
  public static Builder at(long line) {
    return new Builder(line);
  }

  /// Collects the values of one record.
  public static final class Builder {
    private final long line;
    private final List<Value> values = new ArrayList<>();
    private final List<String> authors = new ArrayList<>();
    private final List<Original> original = new ArrayList<>();

    private Builder(long line) {
      this.line = line;
    }

    /// A value whose meaning its name tells, if it has one; else a further field of the paper.
    public Builder put(String name, String text) {
      values.add(new Value(null, name, text));
      return this;
    }

    /// A value whose meaning the format knows. It goes before values that are only named so.
    public Builder put(Field meaning, String text) {
      values.add(new Value(meaning, "", text));
      return this;
    }

    /// As [#put(Field, String)], with the source's own name, under which it is a further field of
    /// the paper if another value has the meaning.
    public Builder put(Field meaning, String name, String text) {
      values.add(new Value(meaning, name, text));
      return this;
    }

    /// The next author.
    public Builder author(String name) {
      authors.add(name);
      return this;
    }

    /// A tag as it stood, to write the record back.
    public Builder original(String name, String value) {
      original.add(new Original(name, value));
      return this;
    }

    /// Whether nothing was put.
    public boolean isEmpty() {
      return values.isEmpty() && authors.isEmpty();
    }

    public SourceRecord build() {
      return new SourceRecord(line, values, authors, original);
    }
  }
}
