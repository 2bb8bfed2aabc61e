package org.papermap.embed.internal.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.papermap.embed.internal.formats.Source.DecodingNote;

/// Decodes a text and keeps count of what was not as its encoding has it. A single byte that is no
/// UTF-8 is read as Windows-1252; a letter of UTF-8 that was cut becomes U+FFFD. Byte order marks
/// are left out.
final class LenientReader extends Reader {
  static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final int SIZE = 1 << 15;

  private final InputStream in;
  private final TextEncoding encoding;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).flip();
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private boolean ended;
  private long lines = 1;
  private long firstLine;
  private long asWindows;
  private long unread;

  LenientReader(InputStream in, TextEncoding encoding) {
    this.in = in;
    this.encoding = encoding;
    this.decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(to, from, count);
    return count;
  }

  private void fill() throws IOException {
    bytes.compact();
    int read = ended ? -1 : in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + read);
    }
    bytes.flip();
    chars.clear();
    while (true) {
      CoderResult result = decoder.decode(bytes, chars, ended);
      if (!result.isError()) {
        break;
      }
      if (chars.remaining() < 2) {
        break;
      }
      replace(result.length());
    }
    chars.flip();
    dropByteOrderMarks();
    look();
  }

  /// At the start of the text, and within it where files were put behind one another.
  private void dropByteOrderMarks() {
    char[] decoded = chars.array();
    int end = 0;
    for (int i = 0; i < chars.limit(); i++) {
      if (decoded[i] != BYTE_ORDER_MARK) {
        decoded[end++] = decoded[i];
      }
    }
    chars.limit(end);
  }

  private void replace(int length) {
    byte first = bytes.get(bytes.position());
    boolean windows =
        length == 1 && !encoding.told() && encoding.charset().equals(StandardCharsets.UTF_8);
    char letter =
        windows ? new String(new byte[] {first}, TextEncoding.WINDOWS_1252).charAt(0) : '\uFFFD';
    bytes.position(bytes.position() + length);
    decoder.reset();
    if (firstLine == 0) {
      firstLine = lines + lineBreaks(chars.position());
    }
    chars.put(letter);
    if (letter == '\uFFFD') {
      unread++;
    } else {
      asWindows++;
    }
  }

  /// Counts lines up to the first letter to tell of, and in a text all in Windows-1252 its letters.
  private void look() {
    boolean windows = !encoding.told() && !encoding.charset().equals(StandardCharsets.UTF_8);
    if (windows) {
      for (int i = 0; i < chars.limit(); i++) {
        if (chars.get(i) > 0x7F) {
          firstLine = firstLine == 0 ? lines + lineBreaks(i) : firstLine;
          asWindows++;
        }
      }
    }
    if (firstLine == 0) {
      lines += lineBreaks(chars.limit());
    }
  }

  private long lineBreaks(int end) {
    char[] decoded = chars.array();
    long count = 0;
    for (int i = 0; i < end; i++) {
      count += decoded[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /// The encoding of single bytes that are no UTF-8.
  private String singleBytes() {
    boolean windows =
        encoding.charset().equals(StandardCharsets.UTF_8)
            || encoding.charset().equals(TextEncoding.WINDOWS_1252);
    return encoding.isOfMac()
        ? "Mac OS Roman"
        : windows ? "Windows-1252" : encoding.charset().displayName();
  }

  Optional<DecodingNote> note() {
    if (asWindows + unread == 0) {
      return Optional.empty();
    }
    String windows =
        asWindows == 0
            ? ""
            : "%,d %s no UTF-8 and read as %s"
                .formatted(asWindows, asWindows == 1 ? "byte is" : "bytes are", singleBytes());
    String lost =
        unread == 0
            ? ""
            : "%,d %s not be decoded as %s"
                .formatted(
                    unread, unread == 1 ? "letter could" : "letters could", encoding.charset());
    String both = windows + (windows.isEmpty() || lost.isEmpty() ? "" : "; ") + lost;
    return Optional.of(
        new DecodingNote(firstLine, both + "; if letters look wrong, name the --encoding"));
  }

  @Override
  public void close() {
    // The caller closes the bytes.
  }
}
