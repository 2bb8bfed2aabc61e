package org.papermap.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import org.papermap.corpus.KnownWorks.Known;
import org.papermap.corpus.KnownWorks.Match;
import org.papermap.corpus.ReadOptions.Duplicates;
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

/// Tells papers from other records, and new ones from those that came before; gives each paper an
/// id of its own, and keeps account of everything.
final class CorpusBuilder {
  static final String ALSO_AS = "also as";
  static final String SAME_WORK_AS = "same work as";

  private final PaperReceiver store;
  private final ReadOptions options;
  private final FieldNames names;
  private final KnownWorks works = new KnownWorks();

  /// The last number that was given to papers of one id.
  private final Map<String, Integer> copies = new HashMap<>();

  private int papers;

  private final List<Source> sources = new ArrayList<>();
  private final List<Drop> drops = new ArrayList<>();
  private final List<Line> navigation = new ArrayList<>();
  private final List<PassedOver> passedOver = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final Set<String> droppedIds = new HashSet<>();
  private int unidentified;

  /// The rows of papers without an abstract.
  private final Map<Integer, Line> bare = new LinkedHashMap<>();

  CorpusBuilder(PaperReceiver store, ReadOptions options, FieldNames names) {
    this.store = store;
    this.options = options;
    this.names = names;
  }

  /// The records of one more file.
  ///
  /// @param formatKey of the format that gives them
  FileRecords file(String name, String formatKey) {
    return new FileRecords(PlainText.printable(name), formatKey);
  }

  void passOver(String file, String why) {
    passedOver.add(new PassedOver(PlainText.printable(file), why));
  }

  /// What was passed over last, and why.
  Optional<PassedOver> lastPassedOver() {
    return passedOver.isEmpty() ? Optional.empty() : Optional.of(passedOver.getLast());
  }

  ReadReport report() {
    return new ReadReport(
        sources,
        drops,
        navigation,
        passedOver,
        notes,
        List.copyOf(bare.values()),
        droppedIds,
        unidentified);
  }

  /// Takes the records of one file. Blocks of them are cleaned by other processors while more are
  /// read, then taken in order.
  final class FileRecords implements RecordSink {
    private static final int BLOCK = 64;

    /// Blocks that are cleaned or wait for it while the next one is filled.
    private static final int AHEAD = 16;

    private final String file;
    private final String formatKey;
    private final Queue<ForkJoinTask<List<Runnable>>> ahead = new ArrayDeque<>(AHEAD + 1);
    private List<Supplier<Runnable>> block = new ArrayList<>(BLOCK);
    private int seen;
    private int kept;
    private long mended;
    private long leftOut;

    private FileRecords(String file, String formatKey) {
      this.file = file;
      this.formatKey = formatKey;
    }

    @Override
    public void record(SourceRecord record) {
      later(() -> {
        PaperDraft draft = PaperDraft.of(record, names, options, formatKey);
        return () -> take(draft);
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
      later(() -> () -> addNote(line, text));
    }

    /// Whether nothing has been found so far.
    boolean isEmpty() {
      return seen == 0 && block.isEmpty() && ahead.isEmpty();
    }

    private void dropLater(long line, Reason reason, String detail) {
      later(() ->
          () -> {
            unidentified++;
            drop(line, reason, detail);
          });
    }

    private void later(Supplier<Runnable> work) {
      block.add(work);
      if (block.size() == BLOCK) {
        cleanBlock();
        if (ahead.size() > AHEAD) {
          takeFirst();
        }
      }
    }

    private void cleanBlock() {
      List<Supplier<Runnable>> full = block;
      block = new ArrayList<>(BLOCK);
      ahead.add(ForkJoinTask.adapt(() -> full.stream().map(Supplier::get).toList()).fork());
    }

    private void takeFirst() {
      ahead.remove().join().forEach(Runnable::run);
    }

    /// Enters the file into the report, when its records are all in.
    void finish(String format, String sha256) {
      cleanBlock();
      while (!ahead.isEmpty()) {
        takeFirst();
      }
      if (mended > 0) {
        addNote(0, "wrongly decoded letters were repaired: %,d".formatted(mended));
      }
      if (leftOut > 0) {
        addNote(0, "control and other invisible characters were left out: %,d".formatted(leftOut));
      }
      sources.add(new Source(file, format, sha256, seen, kept));
    }

    private void take(PaperDraft draft) {
      Row row = draft.row();
      mended += row.mended();
      leftOut += row.leftOut();
      Paper paper = draft.paper();
      if (paper == null) {
        drop(row, Reason.NO_TITLE, withoutTitle(row));
      } else if (options.abstractRequired() && !paper.hasAbstract()) {
        drop(row, Reason.NO_ABSTRACT, "no abstract for: " + paper.title());
      } else {
        keepUnlessKnown(draft, paper);
      }
    }

    private void drop(Row row, Reason reason, String detail) {
      Optional<String> id = row.value(Field.ID);
      id.ifPresent(droppedIds::add);
      // The paper of a duplicate without an id is the one that was kept.
      unidentified += id.isPresent() || reason == Reason.DUPLICATE ? 0 : 1;
      drop(row.line(), reason, detail);
    }

    private void drop(long line, Reason reason, String detail) {
      seen++;
      drops.add(new Drop(file, line, reason, PlainText.printable(detail)));
    }

    private String withoutTitle(Row row) {
      return row.value(Field.ABSTRACT)
          .map(text -> "no title for: " + text)
          .orElseGet(() ->
              "neither title nor abstract"
                  + (row.all().isEmpty() ? "" : "; there is " + String.join(", ", row.all())));
    }

    private void keepUnlessKnown(PaperDraft draft, Paper paper) {
      Optional<Match> match =
          options.duplicates() == Duplicates.KEEP ? Optional.empty() : works.find(draft);
      if (match.isPresent() && options.duplicates() == Duplicates.MERGE) {
        if (match.get().isSure()) {
          merge(paper, draft, match.get());
          return;
        }
        addNote(
            draft.row().line(),
            "perhaps the same work as %s%s, and kept: %s"
                .formatted(match.get().known().place(), match.get().why(), paper.title()));
      }
      Paper unique = withOwnId(paper, draft);
      keep(match.map(it -> marked(unique, it.known().id())).orElse(unique), draft);
    }

    private void merge(Paper paper, PaperDraft draft, Match match) {
      Known known = match.known();
      String detail = "as %s%s: %s".formatted(known.place(), match.why(), paper.title());
      drop(draft.row(), Reason.DUPLICATE, detail);
      if (store.change(known.row(), earlier -> Merging.of(earlier, paper)) && paper.hasAbstract()) {
        bare.remove(known.row());
      }
    }

    private void keep(Paper paper, PaperDraft draft) {
      long line = draft.row().line();
      draft.notes().forEach(note -> addNote(line, note));
      if (!paper.hasAbstract()) {
        bare.put(papers, new Line(file, line, PlainText.printable(paper.title())));
      }
      works.add(new Known(papers, paper.id(), file + ":" + line, draft.work()), draft);
      handOn(paper);
      papers++;
      seen++;
      kept++;
    }

    /// The paper, under another id if an earlier one has its own.
    private Paper withOwnId(Paper paper, PaperDraft draft) {
      Known known = works.withId(paper.id()).orElse(null);
      if (known == null) {
        return paper;
      }
      String id = paper.id() + "-" + draft.fingerprint().id().substring(0, 6);
      while (works.withId(id).isPresent()) {
        id = paper.id() + "-" + copies.merge(paper.id(), 1, Integer::sum);
      }
      addNote(
          draft.row().line(),
          "%s is the id of %s, too; here it is now %s: %s"
              .formatted(paper.id(), known.place(), id, paper.title()));
      return new Paper(
          id,
          paper.title(),
          paper.abstractText(),
          paper.authors(),
          paper.date(),
          paper.url(),
          paper.extra());
    }

    private static Paper marked(Paper paper, String earlier) {
      Map<String, String> extra = new LinkedHashMap<>(paper.extra());
      extra.put(SAME_WORK_AS, earlier);
      return new Paper(
          paper.id(),
          paper.title(),
          paper.abstractText(),
          paper.authors(),
          paper.date(),
          paper.url(),
          extra);
    }

    private void handOn(Paper paper) {
      try {
        store.add(paper);
      } catch (IOException e) {
        // The formats only know records; the reader above them unwraps this exception.
        throw new UncheckedIOException(e);
      }
    }

    private void addNote(long line, String text) {
      notes.add(new Note(file, line, PlainText.printable(text)));
    }
  }
}
