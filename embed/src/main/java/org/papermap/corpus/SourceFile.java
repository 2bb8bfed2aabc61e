package org.papermap.corpus;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.papermap.files.Sha256;

/// A file opened once for its text, its format and the hash of its bytes, so that a pipe serves as
/// well as a file. Gzip is undone. Text is UTF-8 unless a byte order mark says UTF-16; bytes that
/// are no UTF-8 become U+FFFD, which the papers they are in are later noted for.
final class SourceFile implements Closeable {
  /// Characters looked at to tell the format: beyond any header and any first record met so far.
  private static final int HEAD = 1 << 16;

  private static final int GZIP_MAGIC = 0x1f8b;

  private final DigestInputStream bytes;
  private final boolean gzipped;
  private final BufferedReader text;
  private final String head;

  private SourceFile(DigestInputStream bytes, boolean gzipped, BufferedReader text, String head) {
    this.bytes = bytes;
    this.gzipped = gzipped;
    this.text = text;
    this.head = head;
  }

  static SourceFile open(Path path) throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      DigestInputStream bytes = new DigestInputStream(file, Sha256.digest());
      BufferedInputStream peekable = new BufferedInputStream(bytes, 1 << 16);
      boolean gzipped = peek(peekable, 2) == GZIP_MAGIC;
      BufferedReader text =
          decode(gzipped ? new BufferedInputStream(new GZIPInputStream(peekable)) : peekable);
      return new SourceFile(bytes, gzipped, text, head(text));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// The whole text, without a byte order mark.
  BufferedReader text() {
    return text;
  }

  /// The beginning of the text; all of it if it is short.
  String head() {
    return head;
  }

  boolean gzipped() {
    return gzipped;
  }

  /// SHA-256 of all bytes on disk, in hexadecimal; to be asked once, when the text has been read.
  String sha256() throws IOException {
    bytes.transferTo(OutputStream.nullOutputStream());
    MessageDigest digest = bytes.getMessageDigest();
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  private static BufferedReader decode(InputStream in) throws IOException {
    int start = peek(in, 2);
    Charset charset =
        switch (start) {
          case 0xFEFF -> StandardCharsets.UTF_16BE;
          case 0xFFFE -> StandardCharsets.UTF_16LE;
          default -> StandardCharsets.UTF_8;
        };
    BufferedReader text = new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
    text.mark(1);
    if (text.read() != '\uFEFF') {
      text.reset();
    }
    return text;
  }

  /// The first bytes as one big-endian number, with zeros for bytes that are not there.
  private static int peek(InputStream in, int count) throws IOException {
    in.mark(count);
    int value = 0;
    for (int i = 0; i < count; i++) {
      value = value << 8 | Math.max(0, in.read());
    }
    in.reset();
    return value;
  }

  private static String head(BufferedReader text) throws IOException {
    text.mark(HEAD + 1);
    char[] chars = new char[HEAD];
    int length = 0;
    int read;
    while (length < HEAD && (read = text.read(chars, length, HEAD - length)) > 0) {
      length += read;
    }
    text.reset();
    return new String(chars, 0, length);
  }
}
