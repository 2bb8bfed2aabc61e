package org.papermap.search;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.papermap.corpus.Paper;

/// An immutable snapshot of papers with their vectors and words. It numbers its papers. Safe to use
/// from any thread, without locks.
interface Engine extends Closeable {
  int size();

  int dimension();

  OptionalInt find(String id) throws IOException;

  Paper paper(int doc) throws IOException;

  /// A paper's place in the order of the papers, by which ties are broken.
  long order(int doc) throws IOException;

  /// A copy of a paper's vector.
  float[] vector(int doc) throws IOException;

  /// The papers nearest to a vector of unit length by their cosine, summed in double; best first.
  List<Hit> nearest(float[] unit, int count, Filter filter) throws IOException;

  /// The papers that pass a filter, in their order.
  int[] passing(Filter filter, int limit) throws IOException;

  /// The names of the fields that papers have, folded.
  SortedSet<String> fields() throws IOException;

  /// The values of a field, folded, with the number of their papers.
  Map<String, Integer> values(String field) throws IOException;

  /// The papers that share words with a text, by BM25; best first.
  List<Hit> matching(String text, int count, Filter filter) throws IOException;

  /// The BM25 scores of these papers, 0 where a paper has no word of the text.
  double[] keywordScores(String text, int[] docs) throws IOException;
}
