package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// The labelled values of one paper, while they are read.
final class LabelledRecord {
  private final long line;
  private final boolean markdown;
  private final List<Label> labels = new ArrayList<>();
  private final List<StringBuilder> values = new ArrayList<>();
  private final Set<Field> fields = EnumSet.noneOf(Field.class);

  /// @param line where it begins, from 1
  LabelledRecord(long line) {
    this(line, false);
  }

  /// @param markdown whether the values are in Markdown
  LabelledRecord(long line, boolean markdown) {
    this.line = line;
    this.markdown = markdown;
  }

  void add(Label label) {
    labels.add(label);
    if (label.meaning() != null) {
      fields.add(label.meaning());
    }
    values.add(new StringBuilder(label.value()));
  }

  void add(Field meaning, String name, String value) {
    add(new Label(meaning, name, value, true));
  }

  /// Adds a line to the last value.
  ///
  /// @return false if that value has no further lines
  boolean goOn(String text) {
    if (labels.isEmpty()) {
      return false;
    }
    StringBuilder last = values.getLast();
    if (!last.isEmpty() && !labels.getLast().goesOn()) {
      return false;
    }
    last.append(last.isEmpty() ? "" : "\n").append(text);
    return true;
  }

  boolean has(Field field) {
    return fields.contains(field);
  }

  boolean isIn(Field field) {
    return !labels.isEmpty() && labels.getLast().means(field);
  }

  /// Whether the last label still waits for its value, which may stand below it.
  boolean isEmptyValue() {
    return !values.isEmpty() && values.getLast().isEmpty();
  }

  boolean hasValue() {
    return !isEmptyValue();
  }

  void deliver(RecordSink sink) {
    SourceRecord.Builder record = SourceRecord.at(line);
    boolean dated = labels.stream().anyMatch(label -> label.means(Field.DATE) && !isYear(label));
    boolean severalAuthors =
        labels.stream().filter(label -> label.means(Field.AUTHORS)).count() > 1;
    for (int i = 0; i < labels.size(); i++) {
      Label label = labels.get(i);
      String raw = values.get(i).toString();
      String value = markdown ? InlineMarkdown.plain(raw) : raw;
      Field meaning = label.meaning();
      if (value.isBlank()) {
        continue;
      }
      if (meaning == null || (meaning == Field.DATE && dated && isYear(label))) {
        record.put(label.name(), value);
      } else if (meaning == Field.URL) {
        record.put(meaning, label.name(), InlineMarkdown.address(raw));
      } else if (meaning == Field.AUTHORS && severalAuthors) {
        record.author(value);
      } else if (meaning == Field.AUTHORS) {
        record.put(meaning, label.name(), NameList.withoutParentheses(value));
      } else {
        record.put(meaning, label.name(), value);
      }
    }
    sink.record(record.build());
  }

  private static boolean isYear(Label label) {
    return label.value().strip().length() <= 4;
  }
}
