package org.papermap.embed.internal.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Prose;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;

/// Holds back what is found in the text of a page until it is clear that these are papers, and
/// hands it on with the lines of the page.
final class PlacedSink implements RecordSink {
  private static final int FEWEST = 2;

  private final PageText text;
  private final List<Consumer<RecordSink>> held = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();
  private final List<String> abstracts = new ArrayList<>();
  private int records;

  PlacedSink(PageText text) {
    this.text = text;
  }

  /// Whether two thirds of the records have abstracts, and these are of research.
  boolean arePapers() {
    return abstracts.size() >= FEWEST
        && 3 * abstracts.size() >= 2 * records
        && !Prose.isIn(titles, abstracts)
        && !Prose.isWithoutResearch(abstracts);
  }

  void handOn(RecordSink sink) {
    held.forEach(event -> event.accept(sink));
  }

  @Override
  public void record(SourceRecord record) {
    records++;
    Optional<String> own = value(record, Field.ABSTRACT);
    if (own.isPresent()) {
      titles.add(value(record, Field.TITLE).orElse(""));
      abstracts.add(own.get());
    }
    SourceRecord placed =
        new SourceRecord(
            text.place(record.line()), record.values(), record.authors(), record.original());
    held.add(sink -> sink.record(placed));
  }

  private static Optional<String> value(SourceRecord record, Field field) {
    return record.values().stream()
        .filter(value -> value.meaning() == field && !value.text().isBlank())
        .map(SourceRecord.Value::text)
        .findFirst();
  }

  @Override
  public void malformed(long line, String detail) {
    held.add(sink -> sink.malformed(text.place(line), detail));
  }

  @Override
  public void withoutTitle(long line, String detail) {
    held.add(sink -> sink.withoutTitle(text.place(line), detail));
  }

  @Override
  public void withoutAbstract(long line, String detail) {
    held.add(sink -> sink.withoutAbstract(text.place(line), detail));
  }

  @Override
  public void navigation(long line, String words) {
    held.add(sink -> sink.navigation(text.place(line), words));
  }

  @Override
  public void note(long line, String words) {
    held.add(sink -> sink.note(text.place(line), words));
  }
}
