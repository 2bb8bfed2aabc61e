package org.papermap.embed.internal.formats;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One content to read: a file, an entry of an archive, or standard input. Its text or its bytes
/// are read once, from the start. Not closed by the formats.
public final class Source {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final BufferedInputStream in;
  private final Charset charset;
  private final Head head;

  private Source(BufferedInputStream in, Charset charset, Head head) {
    this.in = in;
    this.charset = charset;
    this.head = head;
  }

  /// The content of this stream.
  ///
  /// @param fileName the last part of its path, or blank
  /// @param charset what the user says that the text is in, or null to tell it by the content
  public static Source of(
      InputStream content, String fileName, FieldNames names, @Nullable Charset charset)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(content, Head.LENGTH);
    in.mark(Head.LENGTH + 1);
    byte[] bytes = in.readNBytes(Head.LENGTH);
    boolean whole = bytes.length < Head.LENGTH || in.read() < 0;
    in.reset();
    Charset chosen = charset == null ? told(bytes) : charset;
    Head head = new Head(bytes, text(bytes, chosen), fileName, whole, names);
    return new Source(in, chosen, head);
  }

  public Head head() {
    return head;
  }

  /// What the names of columns and keys mean.
  public FieldNames names() {
    return head.names();
  }

  /// The whole text, without a byte order mark.
  public BufferedReader text() throws IOException {
    BufferedReader text = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /// All bytes.
  public InputStream bytes() {
    return in;
  }

  /// All bytes at once, for formats that cannot be read from start to end.
  ///
  /// @param limit in bytes
  /// @throws FormatException if there are more
  public byte[] allBytes(int limit) throws IOException {
    byte[] all = in.readNBytes(limit);
    if (in.read() >= 0) {
      throw new FormatException(
          0,
          "more than %,d bytes, which this format is not read from".formatted(limit),
          "Split the file, or export CSV");
    }
    return all;
  }

  private static Charset told(byte[] bytes) {
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return startsWith(bytes, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private static String text(byte[] bytes, Charset charset) {
    int end = bytes.length;
    // A letter that the end of the head cuts in two is left out.
    for (int back = 1; charset.equals(StandardCharsets.UTF_8) && back <= 3 && back < end; back++) {
      int lead = bytes[end - back] & 0xFF;
      if (lead >= 0xC0 && back < lengthOfUtf8(lead)) {
        end -= back;
        break;
      }
    }
    String text = new String(Arrays.copyOf(bytes, end), charset);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int lengthOfUtf8(int lead) {
    return lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  }
}
