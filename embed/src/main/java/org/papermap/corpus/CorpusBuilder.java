package org.papermap.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Line;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.corpus.ReadReport.Source;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.PlainText;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.SourceRecord;
import org.papermap.files.Sha256;

/// Tells papers from other rows, and new ones from those that came before: the first of papers that
/// are the same goes on to the sink, all others into the report. Keeps some 200 bytes of each paper
/// to know it again, and not the paper.
final class CorpusBuilder {
  private final PaperSink sink;
  private final Map<String, Place> placeOfId = new HashMap<>();
  private final Map<Fingerprint, Place> placeOfText = new HashMap<>();

  private final List<Source> sources = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<Line> navigation = new ArrayList<>();
  private final List<PassedOver> passedOver = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  CorpusBuilder(PaperSink sink) {
    this.sink = sink;
  }

  /// Half of a SHA-256: the same for texts that differ in case, or in how Unicode writes them,
  /// alone.
  private record Fingerprint(long first, long second) {
    static Fingerprint of(String title, String abstractText) {
      // The line break keeps the two apart, and no form of Unicode joins it to a neighbor.
      String text = title + "\n" + abstractText;
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      ByteBuffer bytes = ByteBuffer.wrap(Sha256.of(folded));
      return new Fingerprint(bytes.getLong(), bytes.getLong());
    }

    /// 64 bits: among a million papers two get the same id with a chance of 3 in 100 million.
    String id() {
      return HexFormat.of().toHexDigits(first);
    }
  }

  /// Where a paper came from.
  private record Place(String file, long line) {
    @Override
    public String toString() {
      return file + ":" + line;
    }
  }

  /// The rows of one more file.
  ///
  /// @param formatKey of the format that gives them
  FileRows file(String name, FieldNames names, String formatKey) {
    return new FileRows(PlainText.printable(name), names, formatKey);
  }

  void passOver(String file, String why) {
    passedOver.add(new PassedOver(PlainText.printable(file), why));
  }

  ReadReport report() {
    return new ReadReport(sources, drops, navigation, passedOver, notes);
  }

  /// Takes the records of one file. A block of them is cleaned by all processors, then taken in
  /// order.
  final class FileRows implements RecordSink {
    private static final int BLOCK = 512;

    private final String file;
    private final FieldNames names;
    private final String formatKey;
    private final List<Supplier<Runnable>> block = new ArrayList<>(BLOCK);
    private int seen;
    private int kept;

    private FileRows(String file, FieldNames names, String formatKey) {
      this.file = file;
      this.names = names;
      this.formatKey = formatKey;
    }

    @Override
    public void record(SourceRecord record) {
      later(() -> {
        Row row = Row.of(record, names, formatKey);
        return () -> take(row);
      });
    }

    @Override
    public void malformed(long line, String detail) {
      dropLater(line, Reason.MALFORMED, detail);
    }

    @Override
    public void withoutTitle(long line, String detail) {
      dropLater(line, Reason.NO_TITLE, detail);
    }

    @Override
    public void withoutAbstract(long line, String detail) {
      dropLater(line, Reason.NO_ABSTRACT, detail);
    }

    @Override
    public void navigation(long line, String text) {
      later(() -> () -> navigation.add(new Line(file, line, PlainText.printable(text))));
    }

    @Override
    public void note(long line, String text) {
      later(() -> () -> notes.add(new Note(file, line, PlainText.printable(text))));
    }

    private void dropLater(long line, Reason reason, String detail) {
      later(() -> () -> drop(line, reason, detail));
    }

    private void later(Supplier<Runnable> work) {
      block.add(work);
      if (block.size() == BLOCK) {
        takeBlock();
      }
    }

    private void takeBlock() {
      List<Runnable> ready = block.parallelStream().map(Supplier::get).toList();
      block.clear();
      ready.forEach(Runnable::run);
    }

    private void take(Row row) {
      Optional<String> title = row.value(Field.TITLE);
      Optional<String> abstractText = row.value(Field.ABSTRACT);
      if (title.isEmpty()) {
        drop(row.line(), Reason.NO_TITLE, withoutTitle(row));
      } else if (abstractText.isEmpty()) {
        drop(row.line(), Reason.NO_ABSTRACT, "no abstract for: " + title.get());
      } else {
        keepIfNew(row, title.get(), abstractText.get());
      }
    }

    private void drop(long line, Reason reason, String detail) {
      seen++;
      drops.add(new Drop(file, line, reason, PlainText.printable(detail)));
    }

    /// Enters the file into the report, when its rows are all in.
    void finish(String format, String sha256) {
      takeBlock();
      sources.add(new Source(file, format, sha256, seen, kept));
    }

    private String withoutTitle(Row row) {
      return row.value(Field.ABSTRACT)
          .map(text -> "no title for: " + text)
          .orElseGet(() ->
              "neither title nor abstract"
                  + (row.names().isEmpty() ? "" : "; there is " + String.join(", ", row.names())));
    }

    private void keepIfNew(Row row, String title, String abstractText) {
      Fingerprint fingerprint = Fingerprint.of(title, abstractText);
      Place sameText = placeOfText.get(fingerprint);
      if (sameText != null) {
        drop(row.line(), Reason.DUPLICATE, "as %s: %s".formatted(sameText, title));
        return;
      }
      String id = row.identifiers().stream().findFirst().orElseGet(fingerprint::id);
      Place sameId = placeOfId.get(id);
      if (sameId != null) {
        String detail = "%s is the id of %s: %s".formatted(id, sameId, title);
        drop(row.line(), Reason.ID_TAKEN, detail);
        return;
      }
      Place place = new Place(file, row.line());
      placeOfText.put(fingerprint, place);
      placeOfId.put(id, place);
      handOn(paper(row, id, title, abstractText));
      seen++;
      kept++;
    }

    private void handOn(Paper paper) {
      try {
        sink.accept(paper);
      } catch (IOException e) {
        // The formats know of rows alone; the reader in front of them takes this off again.
        throw new UncheckedIOException(e);
      }
    }

    private Paper paper(Row row, String id, String title, String abstractText) {
      long undecodable = PlainText.undecodable(title) + PlainText.undecodable(abstractText);
      if (undecodable > 0) {
        note(row, "characters that could not be decoded: " + undecodable + "; is the file UTF-8?");
      }
      List<String> authors =
          row.authors().isEmpty()
              ? row.value(Field.AUTHORS).map(RowValues::names).orElse(List.of())
              : row.authors();
      return new Paper(
          id,
          title,
          abstractText,
          authors,
          date(row).orElse(null),
          address(row).orElse(null),
          row.extra());
    }

    private Optional<LocalDate> date(Row row) {
      Optional<String> text = row.value(Field.DATE);
      Optional<LocalDate> date = text.flatMap(RowValues::date);
      if (date.isEmpty()) {
        text.ifPresent(unread -> note(row, "no date that can be read: " + unread));
      }
      return date;
    }

    private Optional<URI> address(Row row) {
      Optional<String> text = row.value(Field.URL);
      Optional<URI> address = text.flatMap(RowValues::webAddress);
      if (address.isEmpty()) {
        text.ifPresent(unread -> note(row, "no http or https address: " + unread));
        Iterator<String> identifiers = row.identifiers().iterator();
        while (address.isEmpty() && identifiers.hasNext()) {
          address = RowValues.pageOf(identifiers.next());
        }
      }
      return address;
    }

    private void note(Row row, String text) {
      notes.add(new Note(file, row.line(), PlainText.printable(text)));
    }
  }
}
