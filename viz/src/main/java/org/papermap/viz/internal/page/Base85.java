package org.papermap.viz.internal.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes as text that may stand in a script element: five letters for four bytes, where base64
/// takes five and a third.
///
/// Each four bytes are a number, the first byte the highest, told in five digits to the base of 85;
/// what is left at the end, as if zeros followed, in one digit more than it has bytes. The digits
/// are the visible letters of ASCII but for those that mean something to HTML, JSON or a script.
final class Base85 {
  private static final String MEANINGFUL = "!\"&'-<>\\`";
  private static final int BASE = 85;
  private static final byte[] DIGITS = digits();
  private static final int[] VALUES = values();

  private Base85() {}

  private static byte[] digits() {
    byte[] digits = new byte[BASE];
    int count = 0;
    for (char letter = '!'; letter <= '~'; letter++) {
      if (MEANINGFUL.indexOf(letter) < 0) {
        digits[count++] = (byte) letter;
      }
    }
    return digits;
  }

  private static int[] values() {
    int[] values = new int[Byte.MAX_VALUE + 1];
    Arrays.fill(values, -1);
    for (int value = 0; value < BASE; value++) {
      values[DIGITS[value]] = value;
    }
    return values;
  }

  static String encode(byte[] bytes) {
    int rest = bytes.length % 4;
    byte[] text = new byte[bytes.length / 4 * 5 + (rest == 0 ? 0 : rest + 1)];
    byte[] five = new byte[5];
    for (int from = 0, to = 0; from < bytes.length; from += 4, to += 5) {
      long number = 0;
      for (int i = from; i < from + 4; i++) {
        number = number << Byte.SIZE | (i < bytes.length ? bytes[i] & 0xff : 0);
      }
      for (int i = 4; i >= 0; i--) {
        five[i] = DIGITS[(int) (number % BASE)];
        number /= BASE;
      }
      System.arraycopy(five, 0, text, to, Math.min(5, text.length - to));
    }
    return new String(text, StandardCharsets.US_ASCII);
  }

  /// @throws IOException if another letter is in the text
  static byte[] decode(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int from = 0; from < text.length(); from += 5) {
      int digits = Math.min(5, text.length() - from);
      long number = 0;
      for (int i = from; i < from + 5; i++) {
        number = number * BASE + (i < text.length() ? value(text.charAt(i)) : BASE - 1);
      }
      for (int i = 0; i < digits - 1; i++) {
        bytes.write((int) (number >> (3 - i) * Byte.SIZE));
      }
    }
    return bytes.toByteArray();
  }

  private static int value(char letter) throws IOException {
    int value = letter < VALUES.length ? VALUES[letter] : -1;
    if (value < 0) {
      throw new IOException("no digit: letter " + (int) letter);
    }
    return value;
  }
}
