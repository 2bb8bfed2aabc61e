package org.papermap.distill;

/// Rows scaled to unit length.
final class UnitRows {
  private UnitRows() {}

  /// Scales in place; a row of zeros stays.
  static void normalize(float[] rows, int columns) {
    for (int from = 0; from < rows.length; from += columns) {
      double squared = 0;
      for (int j = from; j < from + columns; j++) {
        squared += (double) rows[j] * rows[j];
      }
      float scale = squared > 0 ? (float) (1 / Math.sqrt(squared)) : 0;
      for (int j = from; j < from + columns; j++) {
        rows[j] *= scale;
      }
    }
  }
}
