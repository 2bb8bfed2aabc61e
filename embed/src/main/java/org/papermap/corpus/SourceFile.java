package org.papermap.corpus;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Zstandard;
import org.papermap.embed.internal.formats.archive.Archive;
import org.papermap.embed.internal.formats.archive.UnpackLimit;
import org.papermap.files.Sha256;

/// Bytes opened once for their content and their hash, so that a pipe serves as well as a file.
/// Gzip, bzip2 and Zstandard are undone.
final class SourceFile implements Closeable {
  private static final int MAGIC = 4;

  private final Counted counted;
  private final DigestInputStream bytes;

  /// What the bytes are packed with, in words; or blank.
  private final String packing;

  private final BufferedInputStream content;
  private final @Nullable Archive archive;

  private SourceFile(
      Counted counted, DigestInputStream bytes, String packing, BufferedInputStream content)
      throws IOException {
    this.counted = counted;
    this.bytes = bytes;
    this.packing = packing;
    this.content = content;
    this.archive = Archive.of(peek(content, Archive.HEAD));
  }

  /// @param file closed with this, or when this cannot be opened
  static SourceFile open(InputStream file) throws IOException {
    try {
      Counted counted = new Counted(file);
      DigestInputStream bytes = new DigestInputStream(counted, Sha256.digest());
      BufferedInputStream peekable = new BufferedInputStream(bytes, 1 << 16);
      String packing = packing(new String(peek(peekable, MAGIC), StandardCharsets.ISO_8859_1));
      BufferedInputStream content =
          packing.isEmpty()
              ? peekable
              : new BufferedInputStream(
                  new UnpackLimit(unpacked(peekable, packing), counted::count), 1 << 16);
      return new SourceFile(counted, bytes, packing, content);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    } catch (LinkageError e) {
      file.close();
      throw Zstandard.notLoaded();
    }
  }

  /// What the bytes that begin so are packed with, in words, or blank.
  private static String packing(String start) {
    return start.startsWith("\u001F\u008B")
        ? "gzip"
        : start.startsWith("BZh") ? "bzip2" : start.equals("(\u00B5/\u00FD") ? "Zstandard" : "";
  }

  private static InputStream unpacked(InputStream packed, String packing) throws IOException {
    try {
      InputStream unpacked =
          switch (packing) {
            case "gzip" -> new GZIPInputStream(packed, 1 << 16);
            case "bzip2" -> new BZip2CompressorInputStream(packed, true);
            default -> new ZstdCompressorInputStream(packed);
          };
      return new Unpacked(unpacked, packing);
    } catch (IOException | RuntimeException e) {
      throw new ZipException(damaged(packing));
    }
  }

  private static String damaged(String packing) {
    return "damaged " + packing + " data";
  }

  /// What a failure to unpack tells of the data.
  static String damage(IOException failure) {
    String told = failure.getMessage();
    return told != null && told.startsWith("damaged ") ? told : damaged("packed");
  }

  InputStream content() {
    return content;
  }

  /// What to say of the packing behind the name of the format, or blank.
  String packing() {
    return packing.isEmpty() ? "" : packing.equals("gzip") ? ", gzipped" : ", " + packing;
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

  /// Bytes in which damage is told in the same way whatever they were packed with.
  private static final class Unpacked extends FilterInputStream {
    private final String packing;

    Unpacked(InputStream unpacked, String packing) {
      super(unpacked);
      this.packing = packing;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      try {
        return in.read(to, from, length);
      } catch (IOException | RuntimeException e) {
        boolean ofDisk = e instanceof IOException && packing.equals("gzip");
        if (ofDisk && !(e instanceof ZipException || e instanceof EOFException)) {
          throw e;
        }
        throw new ZipException(damaged(packing));
      }
    }
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
