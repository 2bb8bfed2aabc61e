package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.List;

/// Rows of numbers by scalar quantization: whole numbers in [-127, 127], each column with a step of
/// its own. With few steps most numbers are near 0, which a general compressor packs well.
/// Immutable.
public final class QuantizedRows {
  private final byte[] codes;
  private final float[] steps;

  private QuantizedRows(byte[] codes, float[] steps) {
    this.codes = codes;
    this.steps = steps;
  }

  /// @param values rows of `columns`
  /// @param perDeviation steps to a column's standard deviation
  static QuantizedRows of(float[] values, int columns, double perDeviation) {
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
    return new QuantizedRows(codes, steps);
  }

  /// The number of columns.
  public int columns() {
    return steps.length;
  }

  /// The number of rows.
  int rows() {
    return steps.length == 0 ? 0 : codes.length / steps.length;
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

  /// The whole numbers, row after row; a copy.
  public byte[] codes() {
    return codes.clone();
  }

  /// The step of each column.
  public List<Float> steps() {
    List<Float> list = new ArrayList<>();
    for (float step : steps) {
      list.add(step);
    }
    return list;
  }
}
