package org.papermap.viz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Packs bytes as the page unpacks them: gzip, then [Base85]. The header carries neither time nor
/// system, so equal bytes give equal text.
final class Gzip {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Gzip() {}

  static String pack(byte[] bytes) {
    return packed(out -> out.write(bytes));
  }

  /// Packs a value as JSON, without ever holding all of the JSON.
  static String packJson(Object value) {
    return packed(out -> JSON.writeValue(out, value));
  }

  /// The bytes of a packed text.
  ///
  /// @throws IOException if the text is cut off or was never packed
  static byte[] unpack(String text) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Base85.decode(text)))) {
      return in.readAllBytes();
    }
  }

  @FunctionalInterface
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  private static String packed(Content content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new Stream(packed)) {
      content.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return Base85.encode(packed.toByteArray());
  }

  /// The stream's own constructor offers no level; the page is written once and read often.
  private static final class Stream extends GZIPOutputStream {
    Stream(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
