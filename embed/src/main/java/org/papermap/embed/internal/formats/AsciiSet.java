package org.papermap.embed.internal.formats;

/// Some of the ASCII characters, to look for in long texts.
///
/// @param low the characters below 64, a bit each
/// @param high those from 64 on
public record AsciiSet(long low, long high) {
  /// The characters of this text.
  public static AsciiSet of(String characters) {
    long low = 0;
    long high = 0;
    for (char c : characters.toCharArray()) {
      if (c >= 0x80) {
        throw new IllegalArgumentException("characters: not ASCII: " + characters);
      }
      low |= c < 0x40 ? 1L << c : 0;
      high |= c < 0x40 ? 0 : 1L << c - 0x40;
    }
    return new AsciiSet(low, high);
  }

  public boolean contains(char c) {
    return c < 0x80 && ((c < 0x40 ? low >>> c : high >>> c - 0x40) & 1) != 0;
  }

  /// Whether the text has one of the characters.
  public boolean isIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (contains(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
