package org.papermap.embed.internal.formats;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One content to read: a file, an entry of an archive, or standard input. Its text or its bytes
/// are read once, from the start. Not closed by the formats.
public final class Source {
  private final BufferedInputStream in;
  private final TextEncoding encoding;
  private final Head head;

  /// Whether the lines are those of another mail, with `> ` before each.
  private final boolean quoted;

  private @Nullable LenientReader lenient;
  private boolean formatIsNamed;

  private Source(BufferedInputStream in, TextEncoding encoding, Head head, boolean quoted) {
    this.in = in;
    this.encoding = encoding;
    this.head = head;
    this.quoted = quoted;
  }

  /// The content of this stream.
  ///
  /// @param fileName the last part of its path, or blank
  /// @param charset what the user says that the text is in, or null to tell it by the content:
  ///   UTF-8, UTF-16, or Windows-1252 where the bytes are no UTF-8
  public static Source of(
      InputStream content, String fileName, FieldNames names, @Nullable Charset charset)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(content, Head.LENGTH);
    in.mark(Head.LENGTH + 1);
    byte[] bytes = in.readNBytes(Head.LENGTH);
    boolean whole = bytes.length < Head.LENGTH || in.read() < 0;
    in.reset();
    TextEncoding encoding = charset == null ? TextEncoding.of(bytes) : TextEncoding.named(charset);
    String text = encoding.decode(bytes);
    boolean quoted = QuotedText.isIn(text);
    Head head = new Head(bytes, quoted ? QuotedText.unquoted(text) : text, fileName, whole, names);
    return new Source(in, encoding, head, quoted);
  }

  /// Notes that the user said what format this is, so that a format need not doubt.
  public void takeFormatAsNamed() {
    formatIsNamed = true;
  }

  /// Whether the user said what format this is.
  public boolean isFormatNamed() {
    return formatIsNamed;
  }

  public Head head() {
    return head;
  }

  /// What the names of columns and keys mean.
  public FieldNames names() {
    return head.names();
  }

  /// The whole text, without byte order marks, and without the marks of a mail that is quoted.
  /// Bytes that are no letters become U+FFFD.
  ///
  /// @throws UnrecognizedException if the text is in an encoding that must be named
  public BufferedReader text() throws IOException {
    if (encoding.isForeign()) {
      throw new UnrecognizedException(
          "text in an encoding that is neither UTF-8 nor Windows-1252",
          "Save it as UTF-8, or name the encoding, such as --encoding windows-1251, shift_jis or"
              + " gb18030");
    }
    lenient = new LenientReader(in, encoding);
    BufferedReader text = new BufferedReader(lenient, 1 << 16);
    return quoted ? new BufferedReader(new QuotedText(text), 1 << 16) : text;
  }

  /// What the decoding of the text, as far as it was read, did that the user must know.
  public Optional<DecodingNote> decodingNote() {
    return lenient == null ? Optional.empty() : lenient.note();
  }

  /// @param line of the first byte concerned, from 1
  public record DecodingNote(long line, String text) {}

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
}
