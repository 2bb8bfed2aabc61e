package org.papermap.corpus;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.archive.Archive;
import org.papermap.embed.internal.formats.archive.UnpackLimit;
import org.papermap.files.Sha256;

/// Bytes opened once for their content and their hash, so that a pipe serves as well as a file.
/// Gzip is undone.
final class SourceFile implements Closeable {
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Counted counted;
  private final DigestInputStream bytes;
  private final boolean gzipped;
  private final BufferedInputStream content;
  private final @Nullable Archive archive;

  private SourceFile(
      Counted counted, DigestInputStream bytes, boolean gzipped, BufferedInputStream content)
      throws IOException {
    this.counted = counted;
    this.bytes = bytes;
    this.gzipped = gzipped;
    this.content = content;
    this.archive = Archive.of(peek(content, Archive.HEAD));
  }

  /// @param file closed with this, or when this cannot be opened
  static SourceFile open(InputStream file) throws IOException {
    try {
      Counted counted = new Counted(file);
      DigestInputStream bytes = new DigestInputStream(counted, Sha256.digest());
      BufferedInputStream peekable = new BufferedInputStream(bytes, 1 << 16);
      byte[] start = peek(peekable, 2);
      boolean gzipped =
          start.length == 2 && ((start[0] & 0xFF) << 8 | start[1] & 0xFF) == GZIP_MAGIC;
      BufferedInputStream content =
          gzipped
              ? new BufferedInputStream(
                  new UnpackLimit(new GZIPInputStream(peekable, 1 << 16), counted::count), 1 << 16)
              : peekable;
      return new SourceFile(counted, bytes, gzipped, content);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  InputStream content() {
    return content;
  }

  boolean gzipped() {
    return gzipped;
  }

  /// The kind of archive that the content is, or null.
  @Nullable Archive archive() {
    return archive;
  }

  /// The content of an entry of the archive, as much as the packed bytes may well hold.
  InputStream limited(InputStream entry) {
    return new UnpackLimit(entry, counted::count);
  }

  /// SHA-256 of all bytes on disk, in hexadecimal; to be asked once, when the text has been read.
  String sha256() throws IOException {
    bytes.transferTo(OutputStream.nullOutputStream());
    return hex(bytes.getMessageDigest());
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private static byte[] peek(InputStream in, int count) throws IOException {
    in.mark(count);
    byte[] start = in.readNBytes(count);
    in.reset();
    return start;
  }

  /// Counts bytes.
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = in.read(to, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
