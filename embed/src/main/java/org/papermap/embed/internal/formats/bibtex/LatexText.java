package org.papermap.embed.internal.formats.bibtex;

import java.util.Map;
import java.util.Set;
import org.papermap.embed.internal.formats.AsciiSet;
import org.papermap.embed.internal.formats.LatexSigns;
import org.papermap.files.ResourceText;

/// LaTeX as plain text, in one pass: accents composed, letters and signs by their commands, braces
/// and type faces gone, dashes and quotation marks as they are printed. Formulas stay as they are,
/// and so do commands that are not known.
final class LatexText {
  private static final AsciiSet MARKS = AsciiSet.of("\\{}~$-`'");
  private static final AsciiSet IN_ADDRESSES = AsciiSet.of("\\{}");

  private static final int DEEPEST = 50;

  /// Commands that set text or space, as the text that stands for them.
  private static final Map<String, String> LAYOUT =
      Map.ofEntries(
          Map.entry("textsuperscript", ""),
          Map.entry("textsubscript", ""),
          Map.entry("newline", " "),
          Map.entry("quad", " "),
          Map.entry("qquad", " "),
          Map.entry("par", " "),
          Map.entry("linebreak", " "),
          Map.entry("textvisiblespace", " "));

  /// Commands that only change how their text looks, or protect it.
  private static final Set<String> FACES =
      Set.copyOf(ResourceText.section(LatexText.class, "commands.txt", "face"));

  private final String text;
  private final int depth;
  private final StringBuilder plain;
  private int at;

  private LatexText(String text, int depth) {
    this.text = text;
    this.depth = depth;
    this.plain = new StringBuilder(text.length());
  }

  static String plain(String text) {
    return plain(text, 0);
  }

  private static String plain(String text, int depth) {
    return !MARKS.isIn(text) || depth > DEEPEST ? text : new LatexText(text, depth).read();
  }

  /// The text of a field that holds an address or an identifier: signs without their backslash.
  static String verbatim(String text) {
    return IN_ADDRESSES.isIn(text) ? withoutMarkup(text) : text.strip();
  }

  private static String withoutMarkup(String text) {
    return text.replaceAll("\\\\(?:url|href|path)\\b", "")
        .replaceAll("\\\\([&%$#_{}~])", "$1")
        .replaceAll("\\{\\\\textasciitilde\\s*}|\\\\textasciitilde(?:\\{})?", "~")
        .replaceAll("[{}]", "")
        .strip();
  }

  private String read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\\' -> command();
        case '$' -> formula();
        case '{', '}' -> at++;
        case '~' -> append(" ", 1);
        case '-' -> dashes();
        case '`' -> quotes('`', "“", "`");
        case '\'' -> quotes('\'', "”", "'");
        default -> {
          plain.append(c);
          at++;
        }
      }
    }
    return plain.toString();
  }

  private void append(String words, int length) {
    plain.append(words);
    at += length;
  }

  private void dashes() {
    int end = at;
    while (end < text.length() && text.charAt(end) == '-') {
      end++;
    }
    int length = end - at;
    append(length == 2 ? "–" : length == 3 ? "—" : text.substring(at, end), length);
  }

  private void quotes(char mark, String two, String one) {
    boolean twice = at + 1 < text.length() && text.charAt(at + 1) == mark;
    append(twice ? two : one, twice ? 2 : 1);
  }

  /// A formula with its dollars, or a dollar that stands for money.
  private void formula() {
    String mark = text.startsWith("$$", at) ? "$$" : "$";
    int end = text.indexOf(mark, at + mark.length());
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf(mark, end + 1);
    }
    String inner = end < 0 ? "" : text.substring(at + mark.length(), end).strip();
    if (end < 0) {
      append("$", 1);
    } else if (inner.equals("<") || inner.equals(">")) {
      append(
          inner, end + mark.length() - at); // `{$<$}`, as Zotero writes signs that are no formulas
    } else {
      append(text.substring(at, end + mark.length()), end + mark.length() - at);
    }
  }

  private void command() {
    if (at + 1 >= text.length()) {
      append("\\", 1);
      return;
    }
    char c = text.charAt(at + 1);
    if (isLetter(c)) {
      named();
    } else if (LatexSigns.isAccent(c)) {
      at += 2;
      accent(c, String.valueOf(c));
    } else {
      switch (c) {
        case '&', '%', '$', '#', '_', '{', '}' -> append(String.valueOf(c), 2);
        case '(' -> until("\\)");
        case '[' -> until("\\]");
        case '\\', ' ', '\n', '\r', '\t', ',', ';', ':' -> append(" ", 2);
        case '-', '/', '!', '@' -> at += 2;
        default -> append("\\", 1);
      }
    }
  }

  private void until(String end) {
    int place = text.indexOf(end, at + 2);
    int stop = place < 0 ? at + 2 : place + 2;
    append(text.substring(at, stop), stop - at);
  }

  private void named() {
    int start = at;
    int end = at + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at + 1, end);
    at = end;
    String sign = LAYOUT.getOrDefault(name, LatexSigns.sign(name));
    if (name.length() == 1 && LatexSigns.isAccent(name.charAt(0))) {
      accent(name.charAt(0), "");
    } else if (sign != null) {
      plain.append(sign);
      skipBlanksOrEmptyGroup();
    } else if (FACES.contains(name)) {
      skipBlanks();
    } else if (name.equals("href")) {
      group();
    } else {
      String argument = at < text.length() && text.charAt(at) == '{' ? "{" + group() + "}" : "";
      plain.append(text, start, end).append(argument);
    }
  }

  /// The accent over the letter that follows, in braces or not.
  private void accent(char accent, String alone) {
    skipBlanks();
    if (at >= text.length()) {
      plain.append(alone);
      return;
    }
    String letters;
    char c = text.charAt(at);
    if (c == '{') {
      letters = plain(group(), depth + 1);
    } else if (c == '\\') {
      int end = at + 1;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
      letters = plain(text.substring(at, end), depth + 1);
      at = Math.max(end, at + 1);
    } else if (c == '}') {
      letters = "";
    } else {
      int length = Character.charCount(text.codePointAt(at));
      letters = text.substring(at, at + length);
      at += length;
    }
    if (letters.isEmpty()) {
      plain.append(alone);
      return;
    }
    int first = letters.codePointAt(0);
    plain
        .append(LatexSigns.accented(first, accent))
        .append(letters, Character.charCount(first), letters.length());
  }

  /// The inside of the group that begins here, past which it goes.
  private String group() {
    int start = at;
    int open = 0;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '{') {
        open++;
      } else if (c == '}') {
        open--;
      }
      if (open == 0) {
        break;
      }
    }
    int end = Math.min(at, text.length());
    at = Math.min(at + 1, text.length());
    return start + 1 <= end ? text.substring(start + 1, end) : "";
  }

  private void skipBlanksOrEmptyGroup() {
    if (text.startsWith("{}", at)) {
      at += 2;
    } else {
      skipBlanks();
    }
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
