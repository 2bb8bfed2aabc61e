package org.papermap.embed.internal.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// What a text is written in, as its first bytes tell.
///
/// @param charset of the text
/// @param told whether a byte order mark or the user says so; else bytes that are no UTF-8 are read
///   as Windows-1252
/// @param isForeign whether the bytes are neither UTF-8 nor the text of a language that
///   Windows-1252 writes
record TextEncoding(Charset charset, boolean told, boolean isForeign) {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// Fewer bytes than these tell nothing of a language.
  private static final int FEW = 12;

  static TextEncoding named(Charset charset) {
    return new TextEncoding(charset, true, false);
  }

  static TextEncoding of(byte[] head) {
    if (startsWith(head, 0xFE, 0xFF)) {
      return named(StandardCharsets.UTF_16BE);
    }
    if (startsWith(head, 0xFF, 0xFE)) {
      return named(StandardCharsets.UTF_16LE);
    }
    if (isMostlyZero(head, 1)) {
      return named(StandardCharsets.UTF_16LE);
    }
    if (isMostlyZero(head, 0)) {
      return named(StandardCharsets.UTF_16BE);
    }
    Utf8Count count = Utf8Count.of(head);
    return count.broken() > count.right()
        ? new TextEncoding(WINDOWS_1252, false, isForeign(head))
        : new TextEncoding(StandardCharsets.UTF_8, false, false);
  }

  /// The bytes as text, for a look at it; a letter that is cut off at the end is left out.
  String decode(byte[] bytes) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    CharBuffer text =
        CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 1);
    decoder.decode(ByteBuffer.wrap(bytes), text, false);
    text.flip();
    boolean marked = text.hasRemaining() && text.get(0) == '\uFEFF';
    return marked ? text.subSequence(1, text.length()).toString() : text.toString();
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  /// Whether two thirds of each second byte from this one on are zero, and hardly any other.
  private static boolean isMostlyZero(byte[] head, int from) {
    int here = 0;
    int there = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == 0) {
        here += i % 2 == from ? 1 : 0;
        there += i % 2 == from ? 0 : 1;
      }
    }
    int pairs = head.length / 2;
    return pairs > 4 && 3 * here > 2 * pairs && 50 * there < pairs;
  }

  /// Whether most bytes above ASCII stand in runs of three and more, as they do in Cyrillic, Greek
  /// or Chinese text and in no language of western Europe.
  private static boolean isForeign(byte[] head) {
    int all = 0;
    int inRuns = 0;
    int run = 0;
    for (int i = 0; i <= head.length; i++) {
      if (i < head.length && head[i] < 0) {
        run++;
      } else {
        all += run;
        inRuns += run > 2 ? run : 0;
        run = 0;
      }
    }
    return all >= FEW && 2 * inRuns > all;
  }

  /// Letters of several bytes that are right UTF-8, and bytes that are not.
  private record Utf8Count(int right, int broken) {
    static Utf8Count of(byte[] bytes) {
      CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
      ByteBuffer in = ByteBuffer.wrap(bytes);
      CharBuffer out = CharBuffer.allocate(bytes.length + 1);
      int broken = 0;
      while (true) {
        CoderResult result = decoder.decode(in, out, false);
        if (!result.isError()) {
          break;
        }
        broken++;
        in.position(in.position() + result.length());
        decoder.reset();
      }
      int right = 0;
      for (int i = 0; i < out.position(); i++) {
        right += out.get(i) >= 0x80 ? 1 : 0;
      }
      return new Utf8Count(right, broken);
    }
  }
}
