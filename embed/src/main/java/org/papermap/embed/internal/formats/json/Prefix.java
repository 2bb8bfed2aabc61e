package org.papermap.embed.internal.formats.json;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.papermap.embed.internal.formats.FormatException;

/// The beginning of a text, read ahead so that the shape of the whole is known before any of it is
/// handed on.
final class Prefix {
  /// Characters: beyond any one record, small beside the memory that everything else takes.
  private static final int LENGTH = 1 << 22;

  private final char[] chars;
  private final Reader rest;

  private Prefix(char[] chars, Reader rest) {
    this.chars = chars;
    this.rest = rest;
  }

  static Prefix of(Reader text) throws IOException {
    char[] chars = new char[1 << 14];
    int length = 0;
    int count = 0;
    while (count >= 0 && length < LENGTH) {
      if (length == chars.length) {
        chars = Arrays.copyOf(chars, Math.min(LENGTH, 4 * length));
      }
      count = text.read(chars, length, chars.length - length);
      length += Math.max(0, count);
    }
    return new Prefix(Arrays.copyOf(chars, length), text);
  }

  /// The whole text.
  ///
  /// @param limit in characters
  /// @throws FormatException if there are more
  static String all(Reader text, int limit) throws IOException {
    StringBuilder all = new StringBuilder();
    char[] chars = new char[1 << 16];
    for (int count = text.read(chars); count >= 0; count = text.read(chars)) {
      all.append(chars, 0, count);
      if (all.length() > limit) {
        throw new FormatException(
            0, "more than %,d characters of script".formatted(limit), "Give the data as JSON");
      }
    }
    return all.toString();
  }

  String text() {
    return new String(chars);
  }

  /// The prefix alone, from its start.
  Reader reader() {
    return new CharArrayReader(chars);
  }

  /// The whole text, from its start; to be asked once.
  Reader all() {
    Reader first = reader();
    return new Reader() {
      private boolean ended;

      @Override
      public int read(char[] into, int offset, int length) throws IOException {
        int count = ended ? -1 : first.read(into, offset, length);
        if (count < 0) {
          ended = true;
          count = rest.read(into, offset, length);
        }
        return count;
      }

      @Override
      public void close() {
        // The caller closes the text.
      }
    };
  }
}
