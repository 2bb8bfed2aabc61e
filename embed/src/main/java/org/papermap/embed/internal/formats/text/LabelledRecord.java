package org.papermap.embed.internal.formats.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// The labelled values of one paper, while they are read.
final class LabelledRecord {
  private static final Set<String> SOURCES = Set.of("source", "publicationinfo", "citation");
  private static final Pattern PAGES = Pattern.compile("\\bpp?\\.? ?[\\d-]+|\\d{4}-\\d{4}");
  private static final Pattern YEAR = Pattern.compile("(?<![\\d(])(?:19|20)\\d\\d(?!\\d)");

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

  /// A label that says the same again counts once.
  void add(Label label) {
    if (!label.value().isEmpty() && labels.contains(label)) {
      return;
    }
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
    if (!has(Field.DATE)) {
      source().ifPresent(year -> record.put(Field.DATE, year));
    }
    sink.record(record.build());
  }

  /// The year in what says where the paper appeared: `Journal of Knots, Vol 12(3), Jun, 2019. pp.
  /// 1-9.`
  private Optional<String> source() {
    for (int i = 0; i < labels.size(); i++) {
      if (SOURCES.contains(PlainText.bareName(labels.get(i).name()))) {
        String where = PAGES.matcher(values.get(i)).replaceAll(" ");
        Optional<String> year =
            YEAR.matcher(where).results().map(MatchResult::group).reduce((_, next) -> next);
        if (year.isPresent()) {
          return year;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isYear(Label label) {
    return label.value().strip().length() <= 4;
  }
}
