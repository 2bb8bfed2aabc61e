package org.papermap.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.papermap.corpus.Paper;

/// Papers to go with vectors.
final class MadeUpPapers {
  private MadeUpPapers() {}

  static List<Paper> of(int count) {
    return IntStream.range(0, count)
        .mapToObj(row -> Paper.of(id(row), "Paper " + row, "Its vector is what is measured."))
        .toList();
  }

  static String id(int row) {
    return "p" + row;
  }
}
