package org.papermap.embed.internal.formats;

import java.util.HexFormat;
import java.util.Locale;
import org.papermap.embed.internal.files.WellFormedText;

/// Text from files, made fit to keep and fit to print.
public final class PlainText {
  /// Enough to recognise a line by, short enough for one or two rows of a terminal.
  private static final int PRINTED_LENGTH = 160;

  private static final int REPLACEMENT = 0xFFFD;

  private PlainText() {}

  /// A text made fit to keep, and what that took.
  ///
  /// @param mended letters that had been decoded wrongly
  /// @param leftOut control characters and others that nobody sees
  public record Cleaned(String text, int mended, int leftOut) {}

  /// The text on one line: every run of white space (line breaks, tabs, non-breaking spaces)
  /// becomes one space and none is left at the ends; control characters, invisible spaces, soft
  /// hyphens and marks that reverse the direction of what follows are left out. Joiners stay, which
  /// emoji and several scripts need. Half a surrogate pair becomes U+FFFD, since no encoding can
  /// write it. Letters that were decoded wrongly are mended.
  public static String oneLine(String text) {
    return isOneLine(text) ? text : clean(text).text();
  }

  /// As [#oneLine(String)], with the account.
  public static Cleaned clean(String text) {
    if (isOneLine(text)) {
      return new Cleaned(text, 0, 0);
    }
    if (isAscii(text)) {
      return cleaned(text, 0);
    }
    MisdecodedText.Mended mended = MisdecodedText.mend(text);
    return cleaned(mended.text(), mended.count());
  }

  /// Whether the text is nothing but visible ASCII characters with single spaces between them, as
  /// most are.
  private static boolean isOneLine(String text) {
    boolean gap = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isVisibleAscii(c) && (c != ' ' || gap)) {
        return false;
      }
      gap = c == ' ';
    }
    return !gap;
  }

  /// Whether all of the text is ASCII.
  public static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }

  private static Cleaned cleaned(String text, int mended) {
    int leftOut = 0;
    // No character becomes a longer one.
    char[] line = new char[text.length()];
    int length = 0;
    boolean gap = false;
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.charAt(i);
      if (isVisibleAscii(c)) {
        if (gap && length > 0) {
          line[length++] = ' ';
        }
        gap = false;
        line[length++] = (char) c;
        continue;
      }
      c = text.codePointAt(i);
      if (isSpace(c)) {
        gap = true;
        continue;
      }
      if (isInvisible(c)) {
        leftOut++;
        continue;
      }
      if (gap && length > 0) {
        line[length++] = ' ';
      }
      gap = false;
      length += Character.toChars(WellFormedText.of(c), line, length);
    }
    return new Cleaned(new String(line, 0, length), mended, leftOut);
  }

  /// The text as a report or message may print it: on one line, at most about 160 characters, with
  /// visible escapes (`\\u001b`) for what could steer a terminal.
  public static String printable(String text) {
    StringBuilder line = new StringBuilder();
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (line.length() >= PRINTED_LENGTH) {
        return line.append('…').toString();
      }
      if (Character.isISOControl(c)
          || isInvisible(c)
          || isLineBreak(c)
          || WellFormedText.of(c) != c) {
        line.append("\\u").append(HexFormat.of().toHexDigits(c, c > 0xFFFF ? 6 : 4));
      } else {
        line.appendCodePoint(c);
      }
    }
    return line.toString();
  }

  /// How many characters of the text stand for bytes that could not be decoded.
  public static long undecodable(String text) {
    long count = 0;
    for (int i = text.indexOf(REPLACEMENT); i >= 0; i = text.indexOf(REPLACEMENT, i + 1)) {
      count++;
    }
    return count;
  }

  /// The name in lower case with nothing but letters and digits, so that `Abstract Text`,
  /// `abstract_text` and `abstractText` meet.
  public static String bareName(String name) {
    if (isBare(name)) {
      return name;
    }
    StringBuilder bare = new StringBuilder(name.length());
    int c;
    for (int i = 0; i < name.length(); i += Character.charCount(c)) {
      c = name.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        bare.appendCodePoint(c);
      }
    }
    return bare.toString().toLowerCase(Locale.ROOT);
  }

  /// Whether the name is nothing but small ASCII letters and digits, as many are.
  private static boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  /// Most characters are: it is asked first.
  private static boolean isVisibleAscii(int c) {
    return c > ' ' && c < 0x7F;
  }

  private static boolean isSpace(int c) {
    return c == ' '
        || c == '\n'
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == 0x85;
  }

  private static boolean isLineBreak(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.CONTROL
        || c == 0x00AD // soft hyphen
        || c == 0x200B // zero-width space
        || c == 0xFEFF // zero-width no-break space, the byte order mark
        || (c >= 0x202A && c <= 0x202E) // direction embeddings and overrides
        || (c >= 0x2060 && c <= 0x206F) // word joiner, invisible operators, isolates
        || (c >= 0xFFF9 && c <= 0xFFFB) // interlinear annotation
        || (c >= 0xE0000 && c <= 0xE007F); // tags, which can hide whole sentences
  }
}
