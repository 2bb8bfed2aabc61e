package org.papermap.embed.internal.formats.marc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// The bytes of a MARC record as text: UTF-8, or the Latin letters of MARC-8 (ANSEL), which has
/// accents before their letters. Letters of other scripts become U+FFFD.
final class MarcLetters {
  private static final char UNKNOWN = '\uFFFD';

  /// From 0xA1 on.
  private static final String LETTERS =
      "ŁØĐÞÆŒʹ·♭®±ƠƯʼ\uFFFDʻłøđþæœʺı£ð\uFFFDơư\uFFFD\uFFFD°ℓ℗©♯¿¡ß€";

  /// From 0xE0 on.
  private static final String ACCENTS =
      "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\uFE20\uFE21\u0315\u030B"
          + "\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031C\u032E\uFE22\uFE23\uFFFD"
          + "\uFFFD\u0313\uFFFD";

  private MarcLetters() {}

  static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return Normalizer.normalize(ansel(bytes), Normalizer.Form.NFC);
    }
  }

  private static String ansel(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    StringBuilder accents = new StringBuilder();
    for (byte each : bytes) {
      int code = each & 0xFF;
      if (code >= 0xE0) {
        accents.append(ACCENTS.charAt(code - 0xE0));
        continue;
      }
      int place = code - 0xA1;
      boolean letter = place >= 0 && place < LETTERS.length();
      text.append(code < 0x80 ? (char) code : letter ? LETTERS.charAt(place) : UNKNOWN);
      text.append(accents);
      accents.setLength(0);
    }
    return text.append(accents).toString();
  }
}
