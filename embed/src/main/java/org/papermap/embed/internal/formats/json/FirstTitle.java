package org.papermap.embed.internal.formats.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// Holds records back until one has a title, so that JSON of something else than papers is refused
/// as a whole rather than told record by record.
final class FirstTitle implements RecordSink {
  /// Records without a title before it is sure that this is how it goes on.
  private static final int ENOUGH = 200;

  private static final int NAMES_TOLD = 12;

  private final RecordSink sink;
  private final FieldNames names;
  private final List<Consumer<RecordSink>> held = new ArrayList<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private boolean open;
  private int untitled;

  /// What the first object is that is no paper.
  private @Nullable String other;

  FirstTitle(RecordSink sink, FieldNames names) {
    this.sink = sink;
    this.names = names;
  }

  @Override
  public void record(SourceRecord record) {
    if (!open && hasTitle(record)) {
      open();
    }
    if (!open) {
      untitled++;
      record.values().forEach(value -> seen.add(value.name()));
    }
    take(to -> to.record(record));
  }

  /// Whether so many records have come and none has a title that no more need be read.
  boolean isHopeless() {
    return !open && untitled >= ENOUGH;
  }

  /// Whether a record with a title has come.
  boolean hasTitle() {
    return open;
  }

  /// To be called when all is read.
  ///
  /// @throws UnrecognizedException if there were records and none had a title
  void finish() throws UnrecognizedException {
    if (!open && untitled > 0) {
      String found =
          String.join(
              ", ", seen.stream().filter(name -> !name.isBlank()).limit(NAMES_TOLD).toList());
      throw new UnrecognizedException(
          "JSON without a title in any record, "
              + (found.isEmpty() ? "nor any other text" : "only " + PlainText.printable(found)),
          "Export the titles too, or name the keys \"title\" and \"abstract\"");
    }
    if (!open && other != null) {
      throw new UnrecognizedException(
          "JSON of something else, " + PlainText.printable(other), "Name the file with the papers");
    }
    open();
  }

  /// Hands on what was held back, when reading breaks off.
  void breakOff() {
    open();
  }

  private boolean hasTitle(SourceRecord record) {
    return record.values().stream()
        .anyMatch(value ->
            !value.text().isBlank()
                && (value.meaning() == Field.TITLE
                    || (value.meaning() == null && names.isNamed(value.name(), Field.TITLE))));
  }

  private void open() {
    open = true;
    held.forEach(event -> event.accept(sink));
    held.clear();
  }

  private void take(Consumer<RecordSink> event) {
    if (open) {
      event.accept(sink);
    } else {
      held.add(event);
    }
  }

  @Override
  public void malformed(long line, String detail) {
    take(to -> to.malformed(line, detail));
  }

  @Override
  public void withoutTitle(long line, String detail) {
    take(to -> to.withoutTitle(line, detail));
  }

  @Override
  public void withoutAbstract(long line, String detail) {
    take(to -> to.withoutAbstract(line, detail));
  }

  @Override
  public void navigation(long line, String text) {
    other = other == null ? text : other;
    take(to -> to.navigation(line, text));
  }

  @Override
  public void note(long line, String text) {
    take(to -> to.note(line, text));
  }
}
