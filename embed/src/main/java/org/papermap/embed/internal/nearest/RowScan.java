package org.papermap.embed.internal.nearest;

import java.util.List;
import java.util.function.IntPredicate;
import org.papermap.vectors.EmbeddingMatrix;

/// Looks at all rows of a matrix for the nearest to a vector. All kinds choose the same rows: those
/// with the greatest dot products, summed in double, ties by row.
public sealed interface RowScan permits CodedRows, FloatRows {
  /// From this many rows on a scan in floats takes over a millisecond, and rows are kept as bytes
  /// beside.
  int MANY = 10_000;

  /// The fastest for these rows on this machine.
  static RowScan of(EmbeddingMatrix vectors) {
    return vectors.rows() >= MANY && CodedRows.worthwhile() && CodedRows.fits(vectors)
        ? CodedRows.of(vectors)
        : new FloatRows(vectors);
  }

  /// The `k` nearest of the rows that pass, nearest first; all of them when there are fewer.
  ///
  /// @param unit of unit length and the rows' dimension
  /// @param passes asked only of rows that may be among the nearest
  List<NearestRows.Near> nearest(float[] unit, int k, IntPredicate passes);
}
