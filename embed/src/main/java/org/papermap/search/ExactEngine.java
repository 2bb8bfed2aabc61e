package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.embed.internal.nearest.RowScan;
import org.papermap.vectors.EmbeddingMatrix;

/// Compares with all papers, in memory. A paper's number is its row.
final class ExactEngine implements Engine {
  private final Corpus corpus;
  private final EmbeddingMatrix vectors;
  private final RowScan rows;

  /// Made at the first search by words, as most indexes are searched by meaning only.
  private volatile @Nullable Bm25Search keywords;

  ExactEngine(Corpus corpus, EmbeddingMatrix vectors) {
    this.corpus = corpus;
    this.vectors = vectors;
    this.rows = RowScan.of(vectors);
  }

  @Override
  public int size() {
    return corpus.size();
  }

  @Override
  public int dimension() {
    return vectors.dimension();
  }

  @Override
  public OptionalInt find(String id) {
    return corpus.rowOf(id);
  }

  @Override
  public Paper paper(int row) {
    return corpus.paper(row);
  }

  @Override
  public long order(int row) {
    return row;
  }

  @Override
  public float[] vector(int row) {
    return vectors.row(row);
  }

  @Override
  public List<Hit> nearest(float[] unit, int count, Filter filter) {
    boolean all = filter.equals(Filter.all());
    return rows.nearest(unit, count, row -> all || filter.test(corpus.paper(row))).stream()
        .map(near -> new Hit(near.row(), near.row(), near.similarity()))
        .toList();
  }

  @Override
  public int[] passing(Filter filter, int limit) {
    return IntStream.range(0, corpus.size())
        .filter(row -> filter.test(corpus.paper(row)))
        .limit(limit)
        .toArray();
  }

  @Override
  public SortedSet<String> fields() {
    SortedSet<String> fields = new TreeSet<>();
    corpus
        .papers()
        .forEach(paper -> Filters.values(paper).forEach(value -> fields.add(value.name())));
    return fields;
  }

  @Override
  public Map<String, Integer> values(String field) {
    Map<String, Integer> values = new HashMap<>();
    for (Paper paper : corpus.papers()) {
      for (Filters.Value value : Filters.values(paper)) {
        if (value.name().equals(field)) {
          values.merge(value.value(), 1, Integer::sum);
        }
      }
    }
    return values;
  }

  @Override
  public List<Hit> matching(String text, int count, Filter filter) throws IOException {
    return OverFetching.best(
        count, size(), asked -> matching(text, asked), hit -> filter.test(corpus.paper(hit.doc())));
  }

  private List<Hit> matching(String text, int count) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : keywords().best(text, count, new MatchAllDocsQuery())) {
      hits.add(new Hit(found.doc, found.doc, found.score));
    }
    return hits;
  }

  @Override
  public double[] keywordScores(String text, int[] rows) throws IOException {
    return keywords().scores(text, rows);
  }

  private Bm25Search keywords() throws IOException {
    Bm25Search known = keywords;
    if (known == null) {
      synchronized (this) {
        known = keywords;
        if (known == null) {
          known = keywords(corpus);
          keywords = known;
        }
      }
    }
    return known;
  }

  /// An index of the words alone. Its merge policy merges neighbors only, which keeps the papers in
  /// order.
  private static Bm25Search keywords(Corpus corpus) throws IOException {
    ByteBuffersDirectory memory = new ByteBuffersDirectory();
    IndexWriterConfig settings =
        new IndexWriterConfig(Bm25Search.analyzer()).setMergePolicy(new LogDocMergePolicy());
    try (IndexWriter writer = new IndexWriter(memory, settings)) {
      for (Paper paper : corpus.papers()) {
        Document words = new Document();
        words.add(Bm25Search.field(paper));
        writer.addDocument(words);
      }
      writer.forceMerge(1);
      writer.commit();
      return new Bm25Search(new IndexSearcher(DirectoryReader.open(memory)));
    }
  }

  /// Nothing is to be closed: it holds only memory.
  @Override
  public void close() {}
}
