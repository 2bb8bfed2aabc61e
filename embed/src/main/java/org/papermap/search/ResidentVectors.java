package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.papermap.embed.internal.nearest.RowScan;
import org.papermap.vectors.EmbeddingMatrix;

/// The vectors of a snapshot on disk, read into memory to compare with all of them. Rows are in the
/// order of the papers.
final class ResidentVectors {
  private final int[] docs;
  private final RowScan rows;

  private ResidentVectors(int[] docs, RowScan rows) {
    this.docs = docs;
    this.rows = rows;
  }

  /// A stored paper before it gets a row.
  private record Stored(int doc, long order, float[] vector) {}

  static ResidentVectors read(DirectoryReader reader, int dimension) throws IOException {
    List<Stored> all = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      read(leaf, all);
    }
    all.sort(Comparator.comparingLong(Stored::order).thenComparingInt(Stored::doc));
    float[] values = new float[all.size() * dimension];
    int[] docs = new int[all.size()];
    for (int row = 0; row < docs.length; row++) {
      Stored stored = all.get(row);
      docs[row] = stored.doc;
      System.arraycopy(stored.vector, 0, values, row * dimension, dimension);
    }
    return new ResidentVectors(docs, RowScan.of(EmbeddingMatrix.of(values, dimension)));
  }

  private static void read(LeafReaderContext leaf, List<Stored> all) throws IOException {
    LeafReader reader = leaf.reader();
    FloatVectorValues vectors = reader.getFloatVectorValues(PaperDocument.VECTOR);
    if (vectors == null) {
      return;
    }
    NumericDocValues orders = reader.getNumericDocValues(PaperDocument.ORDER);
    Bits live = reader.getLiveDocs();
    KnnVectorValues.DocIndexIterator place = vectors.iterator();
    for (int doc = place.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = place.nextDoc()) {
      if ((live == null || live.get(doc)) && orders.advanceExact(doc)) {
        float[] vector = vectors.vectorValue(place.index()).clone();
        all.add(new Stored(leaf.docBase + doc, orders.longValue(), vector));
      }
    }
  }

  /// The nearest of the papers that pass, by their numbers in the snapshot; best first.
  List<Hit> nearest(float[] unit, int count, IntPredicate passes) {
    return rows.nearest(unit, count, row -> passes.test(docs[row])).stream()
        .map(near -> new Hit(docs[near.row()], near.row(), near.similarity()))
        .toList();
  }
}
