package org.papermap.viz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Packs bytes as the page unpacks them: gzip, then base64. The header carries neither time nor
/// system, so equal bytes give equal text.
final class Gzip {
  private Gzip() {}

  static String pack(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new Stream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return Base64.getEncoder().encodeToString(packed.toByteArray());
  }

  static String pack(String text) {
    return pack(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The stream's own constructor offers no level; the page is written once and read often.
  private static final class Stream extends GZIPOutputStream {
    Stream(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
