package org.papermap.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.files.InputException;
import org.papermap.model.TextKind;
import org.papermap.progress.ProgressListener;
import org.papermap.vectors.EmbeddingMatrix;

/// Writes an index on disk: creates or changes it.
///
/// When [#commit] returns, readers that open the index see all changes, even if the process or the
/// machine dies right after; indexes that are open already do not. Changes that were not committed
/// are lost when the writer is closed or dies. An index has one writer at a time. Not safe to use
/// from several threads.
public final class PaperIndexWriter implements AutoCloseable {
  /// Papers embedded and added at a time.
  private static final int BATCH = 4096;

  /// Megabytes of papers held in memory before they are written, about 30,000 papers: then the
  /// graphs of vectors are few and large.
  private static final double BUFFER = 256;

  private static final String NEXT = "next";

  private final IndexFolder place;
  private final Directory directory;
  private final IndexWriter writer;
  private final Embedder embedder;
  private final IndexHeader header;
  private LuceneEngine current;
  private long next;

  private PaperIndexWriter(
      IndexFolder place, Directory directory, IndexWriter writer, Embedder embedder, long next)
      throws IOException {
    this.place = place;
    this.directory = directory;
    this.writer = writer;
    this.embedder = embedder;
    this.header = IndexHeader.of(embedder);
    this.next = next;
    this.current = new LuceneEngine(DirectoryReader.open(writer), header.dimension(), false);
  }

  /// Requires that a folder can be written to as an index, before any work is done for it.
  ///
  /// @throws org.papermap.files.OutputFile.OutputException if there are other things in the folder
  /// @throws IOException if it is no folder, or may not be written
  public static void requireFree(Path folder) throws IOException {
    new IndexFolder(folder).claim();
  }

  /// Opens an index for writing. Where there is none yet, there will be one after the first commit.
  ///
  /// @param embedder makes the vectors of papers; stays the caller's to close
  /// @throws PaperIndexException if there is an index that is damaged, made with another model, of
  ///   another program, an earlier Papermap or a newer one, or that is being written
  /// @throws org.papermap.files.OutputFile.OutputException if there are other things in the folder
  public static PaperIndexWriter open(Path folder, Embedder embedder) throws IOException {
    IndexFolder place = new IndexFolder(folder);
    if (place.holdsIndex()) {
      try (DirectoryReader before = place.read()) {
        place.header(before).requireMadeBy(folder, embedder);
      }
    }
    place.claim();
    Directory directory = place.mark();
    try {
      IndexWriter writer = place.orTell(() -> writer(directory));
      try {
        return new PaperIndexWriter(
            place, directory, writer, embedder, next(folder, writer, embedder));
      } catch (IOException | RuntimeException e) {
        writer.rollback();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /// The place of the next paper in the order. The header is checked again, as only now no one else
  /// can write it.
  private static long next(Path folder, IndexWriter writer, Embedder embedder)
      throws InputException {
    Map<String, String> written = new TreeMap<>();
    Iterable<Map.Entry<String, String>> last = writer.getLiveCommitData();
    if (last != null) {
      last.forEach(entry -> written.put(entry.getKey(), entry.getValue()));
    }
    if (written.isEmpty()) {
      return 0;
    }
    IndexHeader.parse(folder, written).requireMadeBy(folder, embedder);
    return Long.parseLong(written.getOrDefault(NEXT, "0"));
  }

  private static IndexWriter writer(Directory directory) throws IOException {
    return new IndexWriter(
        directory,
        new IndexWriterConfig(Bm25Search.analyzer())
            .setRAMBufferSizeMB(BUFFER)
            .setCommitOnClose(false));
  }

  /// The number of papers, uncommitted ones included.
  public int size() throws IOException {
    return current().size();
  }

  /// Adds papers, and replaces those with the same ids. Unchanged papers are left alone, and
  /// unchanged texts are not embedded again.
  public IndexChanges put(List<Paper> papers) throws IOException {
    return put(papers, ProgressListener.NONE);
  }

  /// Adds papers, see [#put(List)], and reports the progress of embedding.
  ///
  /// @param papers the last of several with one id counts
  /// @throws IOException if the model cannot be loaded or the disk fails
  public IndexChanges put(List<Paper> papers, ProgressListener progress) throws IOException {
    Changes changes = new Changes(current(), papers);
    for (int from = 0; from < changes.texts.size(); from += BATCH) {
      int done = from;
      int to = Math.min(changes.texts.size(), from + BATCH);
      EmbeddingMatrix vectors =
          embedder
              .embed(
                  changes.texts.subList(from, to).stream().map(it -> it.paper.text()).toList(),
                  TextKind.PASSAGE,
                  (stage, count, _) ->
                      progress.progressed(stage, done + count, changes.texts.size()))
              .vectors();
      for (int row = 0; row < vectors.rows(); row++) {
        write(changes.texts.get(from + row), vectors.row(row));
      }
    }
    return changes.counts();
  }

  /// Adds papers with their vectors.
  ///
  /// @param vectors one row a paper, of the embedder's model; unchanged papers keep their vectors
  public IndexChanges put(List<Paper> papers, EmbeddingMatrix vectors) throws IOException {
    if (papers.size() != vectors.rows() || vectors.dimension() != header.dimension()) {
      throw new IllegalArgumentException(
          "%d vectors of %d for %d papers beside vectors of %d. Embed these papers with %s."
              .formatted(
                  vectors.rows(),
                  vectors.dimension(),
                  papers.size(),
                  header.dimension(),
                  header.model()));
    }
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < papers.size(); row++) {
      rows.put(papers.get(row).id(), row);
    }
    Changes changes = new Changes(current(), papers);
    for (Change change : changes.texts) {
      write(change, vectors.row(rows.getOrDefault(change.paper.id(), 0)));
    }
    return changes.counts();
  }

  private void write(Change change, float[] vector) throws IOException {
    long order = change.order < 0 ? next++ : change.order;
    place.written(() ->
        writer.updateDocument(
            PaperDocument.idTerm(change.paper.id()),
            PaperDocument.of(change.paper, change.json, vector, order)));
  }

  /// Removes a paper.
  ///
  /// @return whether it was there
  public boolean delete(String id) throws IOException {
    boolean there = current().find(id).isPresent();
    place.written(() -> writer.deleteDocuments(PaperDocument.idTerm(id)));
    return there;
  }

  /// Removes the papers that pass a filter.
  ///
  /// @return how many were removed
  public int delete(Filter filter) throws IOException {
    LuceneEngine before = current();
    int size = before.size();
    if (Filters.hasCondition(filter)) {
      for (int doc : before.passing(filter, size)) {
        Term id = PaperDocument.idTerm(before.paper(doc).id());
        place.written(() -> writer.deleteDocuments(id));
      }
    } else {
      place.written(() -> writer.deleteDocuments(PaperDocument.query(filter)));
    }
    return size - current().size();
  }

  /// Removes all papers except those with these ids.
  ///
  /// @return how many were removed
  public int retain(Set<String> ids) throws IOException {
    Set<String> kept = ids.stream().map(PaperDocument::key).collect(Collectors.toSet());
    int before = current().size();
    for (LeafReaderContext leaf : current.reader().leaves()) {
      Terms terms = leaf.reader().terms(PaperDocument.ID);
      if (terms != null) {
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          if (!kept.contains(term.utf8ToString())) {
            writer.deleteDocuments(new Term(PaperDocument.ID, BytesRef.deepCopyOf(term)));
          }
        }
      }
    }
    return before - current().size();
  }

  /// Writes the changes so far to the disk, as the index's next state.
  public void commit() throws IOException {
    Map<String, String> written = new TreeMap<>(header.written());
    written.put(NEXT, Long.toString(next));
    writer.setLiveCommitData(written.entrySet());
    place.written(writer::commit);
    place.markCommitted();
  }

  /// Ends writing, and drops changes that were not committed. Closing again does nothing.
  @Override
  public void close() throws IOException {
    try (directory) {
      current.close();
      writer.rollback();
    }
  }

  /// The papers as of now.
  private LuceneEngine current() throws IOException {
    DirectoryReader newer =
        place.written(() -> DirectoryReader.openIfChanged(current.reader(), writer));
    if (newer != null) {
      current.close();
      current = new LuceneEngine(newer, header.dimension(), false);
    }
    return current;
  }

  /// A paper to be written.
  ///
  /// @param order its place, or −1 for the next free one
  private record Change(Paper paper, String json, long order) {}

  /// Compares papers with those in the index, and writes those whose vector is known.
  private final class Changes {
    private int added;
    private int changed;
    private int unchanged;

    /// The papers with a new text.
    private final List<Change> texts = new ArrayList<>();

    Changes(LuceneEngine before, List<Paper> papers) throws IOException {
      Map<String, Paper> lastOfId = new LinkedHashMap<>();
      papers.forEach(paper -> lastOfId.put(paper.id(), paper));
      for (Paper paper : lastOfId.values()) {
        compare(before, paper);
      }
    }

    private void compare(LuceneEngine before, Paper paper) throws IOException {
      String json = PaperJson.of(paper);
      OptionalInt found = before.find(paper.id());
      if (found.isEmpty()) {
        added++;
        texts.add(new Change(paper, json, -1));
        return;
      }
      int doc = found.getAsInt();
      String stored = before.json(doc);
      if (stored.equals(json)) {
        unchanged++;
        return;
      }
      changed++;
      Change change = new Change(paper, json, before.order(doc));
      if (PaperJson.read(stored).text().equals(paper.text())) {
        write(change, before.vector(doc));
      } else {
        texts.add(change);
      }
    }

    IndexChanges counts() {
      return new IndexChanges(added, changed, unchanged, texts.size());
    }
  }

  /// Counts of papers that were put into an index.
  ///
  /// @param added papers that are new to the index
  /// @param changed papers whose content has changed
  /// @param unchanged papers that were there with the same content
  /// @param embedded added and changed papers whose text was embedded, as the index did not have it
  public record IndexChanges(int added, int changed, int unchanged, int embedded) {}
}
