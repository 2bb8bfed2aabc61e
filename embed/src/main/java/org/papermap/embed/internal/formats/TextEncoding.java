package org.papermap.embed.internal.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a text is written in, as its first bytes tell.
///
/// @param charset of the text
/// @param told whether a byte order mark or the user says so; else bytes that are no UTF-8 are read
///   as Windows-1252, or as Mac OS Roman where the letters within words are of that
/// @param isForeign whether the bytes are neither UTF-8 nor the text of a language that
///   Windows-1252 writes
record TextEncoding(Charset charset, boolean told, boolean isForeign) {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /// Of a Java without it, the nearest there is.
  private static final Charset MAC_ROMAN =
      Charset.isSupported("x-MacRoman") ? Charset.forName("x-MacRoman") : WINDOWS_1252;

  private static final String ISO_2022_JP = "ISO-2022-JP";

  /// Letters with accents as old Macintosh computers write them, which are signs or nothing in
  /// Windows-1252, but for some capitals.
  private static final String LETTERS_OF_MAC =
      "\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F\u0090\u0098\u0099\u009A\u009B\u009C"
          + "\u009D\u009E\u009F";

  /// Those of them that no language has within words in Windows-1252.
  private static final String LETTERS_OF_MAC_ALONE =
      "\u0087\u0088\u0089\u008B\u008D\u008F\u0090\u0098\u0099\u009B\u009D\u009F";

  /// Fewer bytes than these tell nothing of a language.
  private static final int FEW = 12;

  private static final int FEW_LETTERS = 3;

  private static final int APOSTROPHE_OF_MAC = 0xD5;

  static TextEncoding named(Charset charset) {
    return new TextEncoding(charset, true, false);
  }

  boolean isOfMac() {
    return charset.equals(MAC_ROMAN) && !charset.equals(WINDOWS_1252);
  }

  static TextEncoding of(byte[] head) {
    if (isOfEscapes(head)) {
      return Charset.isSupported(ISO_2022_JP)
          ? named(Charset.forName(ISO_2022_JP))
          : new TextEncoding(WINDOWS_1252, false, true);
    }
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
    if (count.broken() > count.right()) {
      boolean foreign = isForeign(head);
      Optional<Charset> known = foreign ? ForeignText.charset(head) : ForeignText.accented(head);
      if (known.isPresent()) {
        return new TextEncoding(known.get(), false, false);
      }
      return !foreign && isOfMac(head)
          ? new TextEncoding(MAC_ROMAN, false, false)
          : new TextEncoding(WINDOWS_1252, false, foreign);
    }
    return new TextEncoding(StandardCharsets.UTF_8, false, false);
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
    return text.toString().replace(String.valueOf(LenientReader.BYTE_ORDER_MARK), "");
  }

  /// Whether the bytes are seven bits wide, and an escape changes to Japanese letters of two bytes,
  /// as in old mails.
  private static boolean isOfEscapes(byte[] head) {
    boolean escapes = false;
    for (int i = 0; i < head.length; i++) {
      if (head[i] < 0) {
        return false;
      }
      escapes |=
          head[i] == 0x1B
              && i + 2 < head.length
              && head[i + 1] == '$'
              && (head[i + 2] == '@' || head[i + 2] == 'B');
    }
    return escapes;
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

  /// Whether the bytes within words are letters of the Macintosh, and hardly ever of Windows, whose
  /// letters are the bytes from 0xC0 on.
  private static boolean isOfMac(byte[] head) {
    int mac = 0;
    int sure = 0;
    int windows = 0;
    for (int i = 1; i + 1 < head.length; i++) {
      int value = head[i] & 0xFF;
      if (value >= 0x80 && isAsciiLetter(head[i - 1]) && isAsciiLetter(head[i + 1])) {
        mac += LETTERS_OF_MAC.indexOf(value) >= 0 ? 1 : 0;
        sure += LETTERS_OF_MAC_ALONE.indexOf(value) >= 0 ? 1 : 0;
        windows += value >= 0xC0 && value != APOSTROPHE_OF_MAC ? 1 : 0;
      }
    }
    // Of old Macintoshes are the line ends, too.
    int few = hasLineEndsOfMac(head) ? 1 : FEW_LETTERS;
    return mac >= few && sure > 0 && mac > 4 * windows;
  }

  private static boolean hasLineEndsOfMac(byte[] head) {
    boolean returns = false;
    for (byte value : head) {
      if (value == '\n') {
        return false;
      }
      returns |= value == '\r';
    }
    return returns;
  }

  private static boolean isAsciiLetter(byte value) {
    return value >= 'A' && value <= 'Z' || value >= 'a' && value <= 'z';
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
