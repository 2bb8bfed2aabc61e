package org.papermap.embed.internal.formats;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;

/// Reads a text that a mail quotes, without the `> ` before its lines.
final class QuotedText extends Reader {
  private static final Pattern MARKS = Pattern.compile("(?m)^(?:>[ \\t]?)+");
  private static final int FEWEST = 6;

  private final Reader in;
  private boolean atStart = true;

  QuotedText(Reader in) {
    this.in = in;
  }

  /// Whether two thirds of the lines are quoted: what stands around them is the mail's own. A
  /// callout of a note is no quotation.
  static boolean isIn(String text) {
    if (text.indexOf("\n>") < 0 || text.contains("> [!")) {
      return false;
    }
    List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
    long quoted = lines.stream().filter(line -> line.startsWith(">")).count();
    return quoted >= FEWEST && 3 * quoted >= 2L * lines.size();
  }

  static String unquoted(String text) {
    return MARKS.matcher(text).replaceAll("");
  }

  @Override
  public int read(char[] to, int from, int length) throws IOException {
    int count = 0;
    while (count < length) {
      int c = next();
      if (c < 0) {
        break;
      }
      to[from + count++] = (char) c;
    }
    return count == 0 && length > 0 ? -1 : count;
  }

  /// The next character that is no mark of quotation.
  private int next() throws IOException {
    int c = in.read();
    while (atStart && c == '>') {
      c = in.read();
      if (c == ' ' || c == '\t') {
        c = in.read();
      }
    }
    atStart = c == '\n' || c == '\r';
    return c;
  }

  @Override
  public void close() {
    // The caller closes the bytes.
  }
}
