package org.papermap.wordsearch;

/// Rows of numbers as small whole steps, each column with a step of its own. Small numbers of steps
/// are what a general compressor makes small files of.
final class Codes {
  private final byte[] codes;
  private final float[] steps;

  private Codes(byte[] codes, float[] steps) {
    this.codes = codes;
    this.steps = steps;
  }

  /// @param values rows of `columns`
  /// @param perDeviation steps to a column's standard deviation
  static Codes of(float[] values, int columns, double perDeviation) {
    float[] steps = new float[columns];
    int rows = values.length / columns;
    for (int j = 0; j < columns; j++) {
      double squared = 0;
      for (int i = j; i < values.length; i += columns) {
        squared += (double) values[i] * values[i];
      }
      steps[j] = (float) (Math.sqrt(squared / rows) / perDeviation);
    }
    byte[] codes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      float step = steps[i % columns];
      codes[i] = step > 0 ? (byte) Math.clamp(Math.round(values[i] / step), -127, 127) : 0;
    }
    return new Codes(codes, steps);
  }

  int rows() {
    return codes.length / steps.length;
  }

  int columns() {
    return steps.length;
  }

  float value(int row, int column) {
    return codes[row * steps.length + column] * steps[column];
  }

  /// All values, row after row.
  float[] values() {
    float[] values = new float[codes.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = codes[i] * steps[i % steps.length];
    }
    return values;
  }

  byte[] codes() {
    return codes.clone();
  }

  float[] steps() {
    return steps.clone();
  }
}
