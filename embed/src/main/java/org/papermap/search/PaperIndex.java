package org.papermap.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.AlreadyClosedException;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.files.InputException;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the nearest papers to a text, to papers or to a vector. An index is in memory, made by
/// [#of], or on disk, made by a [PaperIndexWriter] and opened by [#open]; both answer the same
/// questions. Immutable and safe to use from any thread: an index on disk answers as of the commit
/// at which it was opened.
///
/// In memory, and on disk up to 50,000 papers, all papers are compared, and the nearest are always
/// found. Above that, the graph on disk (HNSW) finds more than 99 of 100. Ranking uses cosines
/// summed in double; ties go to the earlier paper. `docs/search.md` has the details.
///
/// From 10,000 papers on, a virtual machine started with `--add-modules jdk.incubator.vector`
/// compares four times as fast, for 1 byte a number beside the 4 of the floats.
public final class PaperIndex implements AutoCloseable {
  /// Papers up to which an index on disk compares with all vectors, about 100 MB of them.
  private static final int RESIDENT = 50_000;

  private final Engine engine;
  private final Embedder embedder;

  private PaperIndex(Engine engine, Embedder embedder) {
    this.engine = engine;
    this.embedder = embedder;
  }

  /// The index over these papers, in memory. Closing it is allowed and not needed.
  ///
  /// @param vectors one row a paper, made by `embedder`
  /// @param embedder turns questions into vectors; stays the caller's to close
  public static PaperIndex of(Corpus corpus, EmbeddingMatrix vectors, Embedder embedder) {
    if (corpus.size() != vectors.rows()) {
      throw new IllegalArgumentException(
          "%d vectors for %d papers. Embed this corpus.".formatted(vectors.rows(), corpus.size()));
    }
    int dimension = embedder.model().dimension();
    if (dimension != vectors.dimension()) {
      throw new IllegalArgumentException(
          "vectors of %d beside %s with %d. Embed both with one model."
              .formatted(vectors.dimension(), embedder.model().name(), dimension));
    }
    return new PaperIndex(new ExactEngine(corpus, vectors), embedder);
  }

  /// The index that a [PaperIndexWriter] has made in a folder, as of its last commit. All of its
  /// files are read once, to check that they are whole.
  ///
  /// @param embedder turns questions into vectors, by the model of the index; stays the caller's to
  ///   close
  /// @throws InputException if there is no index, or one that is damaged, made with another model,
  ///   of another program or a newer one
  public static PaperIndex open(Path folder, Embedder embedder) throws IOException {
    return open(folder, embedder, size -> size <= RESIDENT);
  }

  /// Like [#open], but searches the graph of vectors however few papers there are.
  ///
  /// @throws InputException as [#open] does
  public static PaperIndex openGraph(Path folder, Embedder embedder) throws IOException {
    return open(folder, embedder, _ -> false);
  }

  private static PaperIndex open(Path folder, Embedder embedder, IntPredicate exact)
      throws IOException {
    IndexFolder place = new IndexFolder(folder);
    DirectoryReader reader = place.read();
    try {
      IndexHeader header = place.header(reader);
      header.requireComparable(folder, embedder);
      return new PaperIndex(
          new LuceneEngine(reader, header.dimension(), exact.test(reader.numDocs())), embedder);
    } catch (IOException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  /// Whether there is an index in a folder, as far as the names of its files tell.
  public static boolean isIn(Path folder) throws IOException {
    return new IndexFolder(folder).holdsIndex();
  }

  /// The header of the index in a folder.
  ///
  /// @throws InputException if there is no index, or one that cannot be used
  public static IndexHeader header(Path folder) throws IOException {
    IndexFolder place = new IndexFolder(folder);
    try (DirectoryReader reader = place.read()) {
      return place.header(reader);
    }
  }

  /// The number of papers.
  public int size() {
    return engine.size();
  }

  /// The paper with this id, or empty when there is none.
  public Optional<Paper> paper(String id) throws IOException {
    return whileOpen(() -> {
      OptionalInt doc = engine.find(id);
      return doc.isEmpty() ? Optional.empty() : Optional.of(engine.paper(doc.getAsInt()));
    });
  }

  /// The answers to a question, nearest first.
  ///
  /// @throws IllegalArgumentException if the question names a paper that is not in the index
  /// @throws IllegalArgumentException if its vector has another dimension, or its papers cancel
  ///   each other out
  /// @throws IOException if the model cannot be loaded, or the index cannot be read
  public List<Neighbor> nearest(Query query) throws IOException {
    return whileOpen(() -> Search.of(engine, embedder, query));
  }

  /// The `k` papers nearest to a text in meaning; all papers when there are fewer.
  public List<Neighbor> nearest(String text, int k) throws IOException {
    return nearest(Query.text(text).withK(k));
  }

  /// The `k` papers nearest in meaning to one of them, which is not among them itself.
  ///
  /// @throws IllegalArgumentException if no paper has this id
  public List<Neighbor> nearestTo(String id, int k) throws IOException {
    return nearest(Query.paper(id).withK(k));
  }

  /// The `k` papers nearest to a vector of the same model, of any length but zero.
  public List<Neighbor> nearest(float[] vector, int k) throws IOException {
    return nearest(Query.vector(vector).withK(k));
  }

  private static <T> T whileOpen(IndexFolder.Work<T> question) throws IOException {
    try {
      return question.run();
    } catch (AlreadyClosedException e) {
      throw new IllegalStateException("this index: closed. Open it again.", e);
    }
  }

  /// Gives back the files. The index cannot be used afterwards; closing it again does nothing.
  @Override
  public void close() throws IOException {
    engine.close();
  }
}
