package org.papermap.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.Embedder;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the nearest papers to a text, to papers or to a vector. An index is in memory, made by
/// [#of], or on disk, made by a [PaperIndexWriter] and opened by [#open]; both answer the same
/// questions. Safe to use from any thread: an index on disk answers as of the commit at which it
/// was opened or last brought up to date by [#refresh]. An interrupted thread gets an
/// [java.io.InterruptedIOException] from the model; what is searched meanwhile is done first.
///
/// In memory, and on disk up to 50,000 papers, all papers are compared, and the nearest are always
/// found. Above that, the graph on disk (HNSW) finds more than 99 of 100. Ranking uses cosines
/// summed in double; ties go to the earlier paper. `docs/search.md` has the details.
///
/// From 2,000 papers on, a virtual machine started with `--add-modules jdk.incubator.vector`
/// compares four times as fast, for 1 byte a number beside the 4 of the floats.
public final class PaperIndex implements AutoCloseable {
  /// Papers up to which an index on disk compares with all vectors, about 100 MB of them.
  private static final int RESIDENT = 50_000;

  /// Null for an index in memory.
  private final @Nullable DiskSource source;

  private final Embedder embedder;
  private volatile Snapshot current;
  private volatile boolean closed;

  private PaperIndex(@Nullable DiskSource source, Engine engine, Embedder embedder) {
    this.source = source;
    this.current = new Snapshot(engine);
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
    return new PaperIndex(null, new ExactEngine(corpus, vectors), embedder);
  }

  /// The index that a [PaperIndexWriter] has made in a folder, as of its last commit. All of its
  /// files are read once, to check that they are whole.
  ///
  /// @param embedder turns questions into vectors, by the model of the index; stays the caller's to
  ///   close
  /// @throws PaperIndexException if there is no index, or one that is damaged, made with another
  ///   model, of another program or a newer one
  public static PaperIndex open(Path folder, Embedder embedder) throws IOException {
    return open(folder, embedder, size -> size <= RESIDENT);
  }

  /// Like [#open], but searches the graph of vectors however few papers there are.
  ///
  /// @throws PaperIndexException as [#open] does
  public static PaperIndex openGraph(Path folder, Embedder embedder) throws IOException {
    return open(folder, embedder, _ -> false);
  }

  private static PaperIndex open(Path folder, Embedder embedder, IntPredicate exact)
      throws IOException {
    DiskSource source = new DiskSource(folder, embedder, exact);
    return new PaperIndex(source, source.open(), embedder);
  }

  /// Whether there is an index in a folder, as far as the names of its files tell.
  public static boolean isIn(Path folder) throws IOException {
    return new IndexFolder(folder).holdsIndex();
  }

  /// The header of the index in a folder.
  ///
  /// @throws PaperIndexException if there is no index, or one that cannot be used
  public static IndexHeader header(Path folder) throws IOException {
    IndexFolder place = new IndexFolder(folder);
    try (DirectoryReader reader = place.read()) {
      return place.header(reader);
    }
  }

  /// Answers from now on as of the last commit. Questions that are under way end on the state they
  /// began with. New parts of the index are read once, to check that they are whole; where all
  /// vectors are in memory, they are read here and no question waits for them. If this fails, the
  /// index goes on answering as before.
  ///
  /// @return whether there was a newer commit; never for an index in memory
  /// @throws PaperIndexException if the last commit is damaged or of another model
  public synchronized boolean refresh() throws IOException {
    Snapshot before = entered();
    try {
      LuceneEngine newer =
          source != null && before.engine() instanceof LuceneEngine known
              ? source.newerThan(known)
              : null;
      if (newer == null) {
        return false;
      }
      current = new Snapshot(newer);
      before.leave();
      return true;
    } finally {
      before.leave();
    }
  }

  /// The number of papers.
  public int size() {
    Snapshot now = entered();
    try {
      return now.engine().size();
    } finally {
      left(now);
    }
  }

  /// The paper with this id, or empty when there is none.
  public Optional<Paper> paper(String id) throws IOException {
    return asked(engine -> {
      OptionalInt doc = engine.find(id);
      return doc.isEmpty() ? Optional.empty() : Optional.of(engine.paper(doc.getAsInt()));
    });
  }

  /// A copy of the vector of the paper with this id, of unit length, or empty when there is none.
  public Optional<float[]> vector(String id) throws IOException {
    return asked(engine -> {
      OptionalInt doc = engine.find(id);
      return doc.isEmpty() ? Optional.empty() : Optional.of(engine.vector(doc.getAsInt()));
    });
  }

  /// The papers that pass a filter, in the order of the papers.
  ///
  /// @param limit how many at most
  public List<Paper> papers(Filter filter, int limit) throws IOException {
    return asked(engine -> {
      List<Paper> papers = new ArrayList<>();
      for (int doc : engine.passing(filter, limit)) {
        papers.add(engine.paper(doc));
      }
      return List.copyOf(papers);
    });
  }

  /// The fields by which papers can be filtered, in alphabetical order.
  public List<String> fields() throws IOException {
    return asked(engine -> List.copyOf(engine.fields()));
  }

  /// The values that papers have in a field, in small letters, each with the number of its papers;
  /// those of most papers first, equals in alphabetical order. Nothing for a field that no paper
  /// has.
  public Map<String, Integer> values(String field) throws IOException {
    return asked(engine -> {
      Map<String, Integer> sorted = new LinkedHashMap<>();
      engine.values(Filters.folded(field)).entrySet().stream()
          .sorted(
              Map.Entry.<String, Integer>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .forEach(each -> sorted.put(each.getKey(), each.getValue()));
      return sorted;
    });
  }

  /// The answers to a question, nearest first.
  ///
  /// @throws IllegalArgumentException if the question names a paper that is not in the index
  /// @throws IllegalArgumentException if its vector has another dimension, or its papers cancel
  ///   each other out
  /// @throws IOException if the model cannot be loaded, or the index cannot be read
  public List<Neighbor> nearest(Query query) throws IOException {
    return asked(engine -> Search.of(engine, embedder, query));
  }

  /// The answers to several questions, all of one state of the index. Their texts are embedded
  /// together, which takes less time than one by one.
  ///
  /// @throws IllegalArgumentException as [#nearest(Query)] does
  public List<List<Neighbor>> nearest(List<Query> queries) throws IOException {
    return asked(engine -> {
      Embedder together = EmbeddedQuestions.of(queries, embedder);
      List<List<Neighbor>> answers = new ArrayList<>();
      for (Query query : queries) {
        answers.add(Search.of(engine, together, query));
      }
      return List.copyOf(answers);
    });
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

  @FunctionalInterface
  private interface Question<T> {
    T of(Engine engine) throws IOException;
  }

  private <T> T asked(Question<T> question) throws IOException {
    Snapshot now = entered();
    try {
      return question.of(now.engine());
    } finally {
      now.leave();
    }
  }

  private Snapshot entered() {
    while (!closed) {
      Snapshot now = current;
      if (now.enter()) {
        return now;
      }
      // A newer one has taken its place.
    }
    throw new IllegalStateException("this index: closed. Open it again.");
  }

  private static void left(Snapshot snapshot) {
    try {
      snapshot.leave();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes no more questions. Those under way are answered, and the files given back when the last
  /// one is. Closing again does nothing.
  @Override
  public synchronized void close() throws IOException {
    if (!closed) {
      closed = true;
      current.leave();
    }
  }
}
