package org.papermap.wordsearch;

/// Sparse rows, written down with their zeros.
final class FullRows {
  private FullRows() {}

  static SparseRows sparse(float[]... full) {
    SparseRows.Builder rows = new SparseRows.Builder();
    for (float[] row : full) {
      for (int column = 0; column < row.length; column++) {
        if (row[column] != 0) {
          rows.add(column, row[column]);
        }
      }
      rows.endRow();
    }
    return rows.build();
  }
}
