package org.papermap.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Line;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.corpus.ReadReport.Source;
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
  private final Set<String> droppedIds = new HashSet<>();
  private int unidentified;

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
  FileRows file(String name) {
    return new FileRows(PlainText.printable(name));
  }

  void passOver(String file, String why) {
    passedOver.add(new PassedOver(PlainText.printable(file), why));
  }

  ReadReport report() {
    return new ReadReport(sources, drops, navigation, passedOver, notes, droppedIds, unidentified);
  }

  /// Takes the rows of one file.
  final class FileRows implements RowSink {
    private final String file;
    private int seen;
    private int kept;

    private FileRows(String file) {
      this.file = file;
    }

    @Override
    public void row(Row row) {
      Optional<String> title = row.value(Field.TITLE);
      Optional<String> abstractText = row.value(Field.ABSTRACT);
      if (title.isEmpty()) {
        drop(row, Reason.NO_TITLE, withoutTitle(row));
      } else if (abstractText.isEmpty()) {
        drop(row, Reason.NO_ABSTRACT, "no abstract for: " + title.get());
      } else {
        keepIfNew(row, title.get(), abstractText.get());
      }
    }

    @Override
    public void drop(long line, Reason reason, String detail) {
      unidentified++;
      add(line, reason, detail);
    }

    private void drop(Row row, Reason reason, String detail) {
      Optional<String> id = row.value(Field.ID);
      id.ifPresent(droppedIds::add);
      // The paper of a duplicate without an id is the one that was kept.
      unidentified += id.isPresent() || reason == Reason.DUPLICATE ? 0 : 1;
      add(row.line(), reason, detail);
    }

    private void add(long line, Reason reason, String detail) {
      seen++;
      drops.add(new Drop(file, line, reason, PlainText.printable(detail)));
    }

    @Override
    public void navigation(long line, String text) {
      navigation.add(new Line(file, line, PlainText.printable(text)));
    }

    @Override
    public CorpusFormatException broken(long line, String found, String advice) {
      return new CorpusFormatException(file, line, found, advice);
    }

    @Override
    public UnrecognizedCorpusException unrecognized(String found, String advice) {
      return new UnrecognizedCorpusException(file, found, advice);
    }

    /// Enters the file into the report, when its rows are all in.
    void finish(String format, String sha256) {
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
        drop(row, Reason.DUPLICATE, "as %s: %s".formatted(sameText, title));
        return;
      }
      String id = row.value(Field.ID).orElseGet(fingerprint::id);
      Place sameId = placeOfId.get(id);
      if (sameId != null) {
        String detail = "%s is the id of %s: %s".formatted(id, sameId, title);
        drop(row, Reason.ID_TAKEN, detail);
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
