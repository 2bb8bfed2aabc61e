package org.papermap.viz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Numbers of the papers, one column after the other in one block of bytes, each described well
/// enough to be read without knowing what it means. Little-endian; each column starts at a multiple
/// of four bytes, as typed arrays need.
final class Columns {
  /// Shares and cosines are kept in ten-thousandths, finer than anything the page shows.
  static final int SCALE = 10_000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final List<Column> columns = new ArrayList<>();

  /// @param name what the page asks for it by
  /// @param type `f32`, `i32`, or `i16`
  /// @param offset where it starts, in bytes
  /// @param length how many numbers it has
  /// @param scale what to divide its numbers by
  record Column(String name, String type, int offset, int length, int scale) {}

  /// Something that knows the number at each index of a column.
  @FunctionalInterface
  interface Numbers {
    double at(int index);
  }

  void floats(String name, int length, Numbers numbers) {
    ByteBuffer buffer = begin(name, "f32", length, Float.BYTES, 1);
    for (int i = 0; i < length; i++) {
      buffer.putFloat((float) numbers.at(i));
    }
    end(buffer);
  }

  void integers(String name, int length, Numbers numbers) {
    ByteBuffer buffer = begin(name, "i32", length, Integer.BYTES, 1);
    for (int i = 0; i < length; i++) {
      buffer.putInt((int) numbers.at(i));
    }
    end(buffer);
  }

  /// Shares or cosines, in [-1, 1].
  void shares(String name, int length, Numbers numbers) {
    ByteBuffer buffer = begin(name, "i16", length, Short.BYTES, SCALE);
    for (int i = 0; i < length; i++) {
      buffer.putShort((short) Math.rint(Math.clamp(numbers.at(i), -1, 1) * SCALE));
    }
    end(buffer);
  }

  private ByteBuffer begin(String name, String type, int length, int width, int scale) {
    columns.add(new Column(name, type, bytes.size(), length, scale));
    int padded = Math.ceilDiv(length * width, 4) * 4;
    return ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void end(ByteBuffer buffer) {
    bytes.writeBytes(buffer.array());
  }

  List<Column> description() {
    return List.copyOf(columns);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
