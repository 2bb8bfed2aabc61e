package org.papermap.corpus;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.FieldNames;
import org.papermap.embed.internal.formats.Source;
import org.papermap.files.Sha256;

/// A file opened once for its content, its format and the hash of its bytes, so that a pipe serves
/// as well as a file. Gzip is undone.
final class SourceFile implements Closeable {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final DigestInputStream bytes;
  private final boolean gzipped;
  private final Source source;

  private SourceFile(DigestInputStream bytes, boolean gzipped, Source source) {
    this.bytes = bytes;
    this.gzipped = gzipped;
    this.source = source;
  }

  static SourceFile open(Path path, FieldNames names, @Nullable Charset charset)
      throws IOException {
    InputStream file = Files.newInputStream(path);
    try {
      DigestInputStream bytes = new DigestInputStream(file, Sha256.digest());
      BufferedInputStream peekable = new BufferedInputStream(bytes, 1 << 16);
      boolean gzipped = peek(peekable, 2) == GZIP_MAGIC;
      InputStream content = gzipped ? new GZIPInputStream(peekable) : peekable;
      Path last = path.getFileName();
      String name = last == null ? "" : last.toString();
      return new SourceFile(bytes, gzipped, Source.of(content, name, names, charset));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  Source source() {
    return source;
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
    bytes.close();
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
}
