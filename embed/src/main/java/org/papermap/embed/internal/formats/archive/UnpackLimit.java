package org.papermap.embed.internal.formats.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.papermap.embed.internal.formats.FormatException;

/// Unpacked bytes, as many as their packed form may well hold: text is packed to a tenth, and only
/// a file made to fill memory or disk to less than a two-hundredth.
public final class UnpackLimit extends FilterInputStream {
  private static final long ALWAYS = 64L << 20;
  private static final int RATIO = 200;

  private final LongSupplier packed;
  private long unpacked;

  /// @param packed how many packed bytes were read so far
  public UnpackLimit(InputStream unpacked, LongSupplier packed) {
    super(unpacked);
    this.packed = packed;
  }

  @Override
  public int read() throws IOException {
    int read = in.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    int read = in.read(to, from, length);
    count(Math.max(0, read));
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(int more) throws FormatException {
    unpacked += more;
    if (unpacked > ALWAYS && unpacked / RATIO > packed.getAsLong()) {
      throw new FormatException(
          0,
          "it unpacks to more than %d times its size".formatted(RATIO),
          "Unpack it yourself and give the files in it");
    }
  }
}
