package org.papermap.embed.internal.formats;

import java.util.Locale;
import java.util.regex.Pattern;

/// The beginning of a content, by which its format is told.
public final class Head {
  /// Bytes looked at: beyond any header and any first record met so far.
  public static final int LENGTH = 1 << 16;

  private final byte[] bytes;
  private final String text;
  private final String fileName;
  private final boolean whole;
  private final FieldNames names;

  /// @param bytes the first bytes, after gzip is undone
  /// @param text the first characters, without a byte order mark
  /// @param fileName the last part of the file's path, or blank: a weak hint
  /// @param whole whether this is all of the content
  public Head(byte[] bytes, String text, String fileName, boolean whole, FieldNames names) {
    this.bytes = bytes.clone();
    this.text = text;
    this.fileName = fileName;
    this.whole = whole;
    this.names = names;
  }

  /// Whether the content begins with these bytes, written as Latin-1 characters: `%PDF-`.
  public boolean startsWith(String magic) {
    if (bytes.length < magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((bytes[i] & 0xFF) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The first bytes, at most [#LENGTH]; a copy.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// The first characters; all of them if the content is short. Of bytes that are no text it is
  /// nonsense: see [#isText()].
  public String text() {
    return text;
  }

  /// Whether the content is text, as far as zero bytes tell.
  public boolean isText() {
    return text.indexOf('\0') < 0;
  }

  public boolean isBlank() {
    return text.isBlank();
  }

  public boolean isWhole() {
    return whole;
  }

  /// The whole lines of the head: without the last one, unless it ends or the content does.
  public String wholeLines() {
    int end = text.lastIndexOf('\n');
    return whole || end < 0 ? text : text.substring(0, end + 1);
  }

  /// Whether the text begins with this pattern, blanks aside.
  public boolean begins(Pattern pattern) {
    return pattern.matcher(text.stripLeading()).lookingAt();
  }

  /// Whether the file's name ends with a dot and this, `.gz`, `.bz2` or `.zst` after it or not, in
  /// any case.
  public boolean hasExtension(String extension) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.replaceFirst("\\.(?:gz|bz2|zst)$", "").endsWith("." + extension);
  }

  /// What the names of columns and keys mean.
  public FieldNames names() {
    return names;
  }
}
