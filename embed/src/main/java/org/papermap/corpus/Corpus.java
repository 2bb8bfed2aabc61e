package org.papermap.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// Papers in a fixed order, with unique ids. The paper at row *i* is row *i* of every matrix, graph
/// and layout made from this corpus. Immutable.
public final class Corpus {
  private final List<Paper> papers;
  private final Map<String, Integer> rows;

  private Corpus(List<Paper> papers, Map<String, Integer> rows) {
    this.papers = papers;
    this.rows = rows;
  }

  /// The corpus of these papers, which may be none.
  ///
  /// @throws IllegalArgumentException if two papers have the same id
  public static Corpus of(List<Paper> papers) {
    List<Paper> copy = List.copyOf(papers);
    Map<String, Integer> rows = HashMap.newHashMap(copy.size());
    for (int i = 0; i < copy.size(); i++) {
      Integer earlier = rows.putIfAbsent(copy.get(i).id(), i);
      if (earlier != null) {
        throw new IllegalArgumentException(
            "paper %d: id %s is also that of paper %d. Give each paper an id of its own."
                .formatted(i, copy.get(i).id(), earlier));
      }
    }
    return new Corpus(copy, rows);
  }

  public int size() {
    return papers.size();
  }

  public boolean isEmpty() {
    return papers.isEmpty();
  }

  public Paper paper(int row) {
    return papers.get(row);
  }

  public List<Paper> papers() {
    return papers;
  }

  /// The row of the paper with this id, or empty when there is none.
  public OptionalInt rowOf(String id) {
    Integer row = rows.get(id);
    return row == null ? OptionalInt.empty() : OptionalInt.of(row);
  }

  /// The texts to embed, one a paper.
  public List<String> texts() {
    return papers.stream().map(Paper::text).toList();
  }
}
