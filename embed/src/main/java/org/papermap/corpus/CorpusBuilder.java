package org.papermap.corpus;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.papermap.corpus.ReadReport.Drop;
import org.papermap.corpus.ReadReport.Line;
import org.papermap.corpus.ReadReport.Note;
import org.papermap.corpus.ReadReport.PassedOver;
import org.papermap.corpus.ReadReport.Reason;
import org.papermap.corpus.ReadReport.Source;
import org.papermap.files.Sha256;

/// Grows a corpus and its report file by file, keeping the first of papers that are the same.
final class CorpusBuilder {
  /// 64 bits: among a million papers two get the same id with a chance of 3 in 100 million.
  private static final int DERIVED_ID_LENGTH = 16;

  private final List<Paper> papers = new ArrayList<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<String, Integer> rowOfId = new HashMap<>();
  private final Map<String, Integer> rowOfText = new HashMap<>();

  private final List<Source> sources = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<Line> navigation = new ArrayList<>();
  private final List<PassedOver> passedOver = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

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

  CorpusReading build() {
    return new CorpusReading(
        Corpus.of(papers), new ReadReport(sources, drops, navigation, passedOver, notes));
  }

  /// The same for texts that differ in case, or in how Unicode writes them, alone.
  private static String fingerprint(String title, String abstractText) {
    MessageDigest digest = Sha256.digest();
    for (String text : List.of(title, "\n", abstractText)) {
      String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
      digest.update(folded.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
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
        drop(row.line(), Reason.NO_TITLE, withoutTitle(row));
      } else if (abstractText.isEmpty()) {
        drop(row.line(), Reason.NO_ABSTRACT, "no abstract for: " + title.get());
      } else {
        keepIfNew(row, title.get(), abstractText.get());
      }
    }

    @Override
    public void drop(long line, Reason reason, String detail) {
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
      String fingerprint = fingerprint(title, abstractText);
      Integer sameText = rowOfText.get(fingerprint);
      if (sameText != null) {
        String detail = "as %s: %s".formatted(places.get(sameText), title);
        drop(row.line(), Reason.DUPLICATE, detail);
        return;
      }
      String id = row.value(Field.ID).orElse(fingerprint.substring(0, DERIVED_ID_LENGTH));
      Integer sameId = rowOfId.get(id);
      if (sameId != null) {
        String detail = "%s is the id of %s: %s".formatted(id, places.get(sameId), title);
        drop(row.line(), Reason.ID_TAKEN, detail);
        return;
      }
      rowOfText.put(fingerprint, papers.size());
      rowOfId.put(id, papers.size());
      papers.add(paper(row, id, title, abstractText));
      places.add(new Place(file, row.line()));
      seen++;
      kept++;
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
      Optional<URI> given = text.flatMap(RowValues::webAddress);
      if (given.isEmpty()) {
        text.ifPresent(unread -> note(row, "no http or https address: " + unread));
      }
      return given.or(
          () -> row.identifiers().map(RowValues::pageOf).flatMap(Optional::stream).findFirst());
    }

    private void note(Row row, String text) {
      notes.add(new Note(file, row.line(), PlainText.printable(text)));
    }
  }
}
