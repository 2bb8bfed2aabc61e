package org.papermap.embed.internal.formats.table;

import java.io.IOException;
import java.io.LineNumberReader;
import java.io.Reader;

/// Takes a script in SQL apart into words, texts and signs. Comments are left out.
final class SqlTokens {
  /// Text between single quotation marks; a name or number, in quotation marks of a name or not;
  /// any other sign.
  enum Kind {
    TEXT,
    WORD,
    SIGN,
    END
  }

  private final LineNumberReader text;
  private final boolean backslash;
  private int next;
  private long line = 1;
  private String value = "";

  /// @param backslash whether a backslash in a text escapes what follows, as MySQL has it
  SqlTokens(Reader text, boolean backslash) throws IOException {
    this.text = new LineNumberReader(text);
    this.backslash = backslash;
    advance();
  }

  /// Goes on to the next token.
  Kind read() throws IOException {
    skipBlanks();
    line = text.getLineNumber() + (next == '\n' ? 0L : 1L);
    if (next < 0) {
      value = "";
      return Kind.END;
    }
    int first = next;
    advance();
    if (first == '\'') {
      value = quoted('\'', backslash || value.equalsIgnoreCase("E"));
      return Kind.TEXT;
    }
    if (first == '"' || first == '`' || first == '[') {
      value = quoted(first == '[' ? ']' : first, false);
      return Kind.WORD;
    }
    if (!isOfWord(first)) {
      value = Character.toString(first);
      return Kind.SIGN;
    }
    StringBuilder word = new StringBuilder().append((char) first);
    while (isOfWord(next)) {
      word.append((char) next);
      advance();
    }
    value = word.toString();
    return Kind.WORD;
  }

  /// The last token, without its quotation marks.
  String value() {
    return value;
  }

  /// Where the last token begins, from 1.
  long line() {
    return line;
  }

  /// What is left of the line.
  String restOfLine() throws IOException {
    StringBuilder rest = new StringBuilder();
    while (next >= 0 && next != '\n') {
      rest.append((char) next);
      advance();
    }
    if (next == '\n') {
      advance();
    }
    return rest.toString();
  }

  boolean isAtEnd() {
    return next < 0;
  }

  private void advance() throws IOException {
    next = text.read();
  }

  private static boolean isOfWord(int c) {
    return c >= 0 && (Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '@' || c == '-');
  }

  private void skipBlanks() throws IOException {
    while (next >= 0) {
      if (Character.isWhitespace(next)) {
        advance();
      } else if (next == '#') {
        restOfLine();
      } else if (next == '-' && follows('-')) {
        restOfLine();
      } else if (next == '/' && follows('*')) {
        skipComment();
      } else {
        return;
      }
    }
  }

  private boolean follows(int sign) throws IOException {
    text.mark(1);
    boolean follows = text.read() == sign;
    text.reset();
    return follows;
  }

  private void skipComment() throws IOException {
    int before = 0;
    advance();
    advance();
    while (next >= 0 && !(before == '*' && next == '/')) {
      before = next;
      advance();
    }
    advance();
  }

  private String quoted(int end, boolean escapes) throws IOException {
    StringBuilder quoted = new StringBuilder();
    while (next >= 0) {
      int c = next;
      advance();
      if (c == end && next != end) {
        break;
      }
      if (c == end) {
        advance();
      } else if (c == '\\' && escapes) {
        c = escaped(next);
        advance();
      }
      if (c >= 0) {
        quoted.append((char) c);
      }
    }
    return quoted.toString();
  }

  static int escaped(int c) {
    return switch (c) {
      case 'n', 'r' -> '\n';
      case 't' -> '\t';
      case '0', 'Z', 'b' -> ' ';
      default -> c;
    };
  }
}
