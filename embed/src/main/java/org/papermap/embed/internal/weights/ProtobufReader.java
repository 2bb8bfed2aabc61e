package org.papermap.embed.internal.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/// Walks one protobuf message field by field. Messages within it are views, not copies.
///
/// See the protobuf encoding specification: a field starts with a varint whose low three bits are
/// the wire type and whose other bits are the field's number.
final class ProtobufReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer bytes;
  private int wireType;

  ProtobufReader(ByteBuffer message) {
    this.bytes = message.slice().order(ByteOrder.LITTLE_ENDIAN);
  }

  /// Steps to the next field and gives its number, or 0 at the end of the message.
  int nextField() {
    if (!bytes.hasRemaining()) {
      return 0;
    }
    long tag = varint();
    wireType = (int) (tag & 7);
    return (int) (tag >>> 3);
  }

  long number() {
    return varint();
  }

  String text() {
    return StandardCharsets.UTF_8.decode(payload()).toString();
  }

  ProtobufReader message() {
    return new ProtobufReader(payload());
  }

  /// The field's bytes, as a view.
  ByteBuffer payload() {
    long length = varint();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer view = bytes.slice(bytes.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + (int) length);
    return view;
  }

  /// Hands over each number of a repeated field, which may be packed into one or stand alone.
  void numbers(LongConsumer sink) {
    if (wireType != LENGTH_DELIMITED) {
      sink.accept(varint());
      return;
    }
    ProtobufReader packed = message();
    while (packed.bytes.hasRemaining()) {
      sink.accept(packed.varint());
    }
  }

  void skip() {
    switch (wireType) {
      case VARINT -> varint();
      case FIXED64 -> bytes.position(bytes.position() + Long.BYTES);
      case LENGTH_DELIMITED -> payload();
      case FIXED32 -> bytes.position(bytes.position() + Integer.BYTES);
      default -> throw new IllegalArgumentException("wire type " + wireType);
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = bytes.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("varint of more than ten bytes");
  }
}
