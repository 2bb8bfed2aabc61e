package org.papermap.wordsearch;

import java.util.Arrays;

/// A sparse matrix in compressed rows: the numbers that are not zero, with their columns.
final class SparseRows {
  private final int[] starts;
  private final int[] columns;
  private final float[] values;

  private SparseRows(int[] starts, int[] columns, float[] values) {
    this.starts = starts;
    this.columns = columns;
    this.values = values;
  }

  /// How many rows there are.
  int size() {
    return starts.length - 1;
  }

  /// How many entries all rows have.
  int entries() {
    return columns.length;
  }

  /// The place of a row's first entry.
  int start(int row) {
    return starts[row];
  }

  /// The place after that of its last entry.
  int end(int row) {
    return starts[row + 1];
  }

  /// The column of the entry at a place.
  int column(int place) {
    return columns[place];
  }

  float value(int place) {
    return values[place];
  }

  /// The values of all entries; not to be written to.
  float[] values() {
    return values;
  }

  /// Some of the rows, in the given order.
  SparseRows select(int... rows) {
    Builder some = new Builder();
    for (int row : rows) {
      some.addRow(this, row);
    }
    return some.build();
  }

  /// These rows, then some of others, in the given order.
  SparseRows followedBy(SparseRows others, int... rows) {
    Builder all = new Builder();
    for (int row = 0; row < size(); row++) {
      all.addRow(this, row);
    }
    for (int row : rows) {
      all.addRow(others, row);
    }
    return all.build();
  }

  /// The same rows with some of the columns alone, which are numbered by their places.
  ///
  /// @param some ascending
  SparseRows only(int... some) {
    Builder rows = new Builder();
    for (int row = 0; row < size(); row++) {
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        int place = Arrays.binarySearch(some, columns[at]);
        if (place >= 0) {
          rows.add(place, values[at]);
        }
      }
      rows.endRow();
    }
    return rows.build();
  }

  /// The columns as rows, each with its entries in the order of the rows.
  SparseRows transposed(int width) {
    int[] next = new int[width + 2];
    for (int column : columns) {
      next[column + 2]++;
    }
    for (int column = 2; column < next.length; column++) {
      next[column] += next[column - 1];
    }
    int[] rows = new int[columns.length];
    float[] theirs = new float[columns.length];
    for (int row = 0; row < size(); row++) {
      for (int at = starts[row]; at < starts[row + 1]; at++) {
        int place = next[columns[at] + 1]++;
        rows[place] = row;
        theirs[place] = values[at];
      }
    }
    return new SparseRows(Arrays.copyOf(next, width + 1), rows, theirs);
  }

  /// Takes the entries in their order.
  static final class Builder {
    private int[] starts = new int[16];
    private int[] columns = new int[1024];
    private float[] values = new float[1024];
    private int rows;
    private int size;

    /// How many entries there are so far: the place of the next one.
    int size() {
      return size;
    }

    /// Adds to the entry at a place.
    void increase(int place, float by) {
      values[place] += by;
    }

    void add(int column, float value) {
      if (size == columns.length) {
        columns = Arrays.copyOf(columns, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      columns[size] = column;
      values[size++] = value;
    }

    private void addRow(SparseRows rows, int row) {
      for (int at = rows.start(row); at < rows.end(row); at++) {
        add(rows.columns[at], rows.values[at]);
      }
      endRow();
    }

    void endRow() {
      if (++rows == starts.length) {
        starts = Arrays.copyOf(starts, 2 * rows);
      }
      starts[rows] = size;
    }

    SparseRows build() {
      return new SparseRows(
          Arrays.copyOf(starts, rows + 1),
          Arrays.copyOf(columns, size),
          Arrays.copyOf(values, size));
    }
  }
}
