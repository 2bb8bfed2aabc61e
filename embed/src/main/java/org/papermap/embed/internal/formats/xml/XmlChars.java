package org.papermap.embed.internal.formats.xml;

import java.io.IOException;
import java.io.Reader;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.FormatException;

/// XML made fit for a strict parser: declarations of the document's type are taken away and the
/// documents of a file put under one root, so that several may follow each other; characters that
/// XML forbids become spaces; an ampersand that begins no reference is taken as it stands, and
/// names of letters that HTML knows are resolved. Line breaks stay where they are.
final class XmlChars extends Reader {
  static final String ROOT = "papermap-documents";

  private static final int CHUNK = 1 << 15;

  /// Longer than any name of a letter.
  private static final int LONGEST_REFERENCE = 34;

  /// A longer one is no document type, or an attack.
  private static final int LONGEST_TYPE = 1 << 16;

  private final Reader text;
  private final char[] in = new char[CHUNK];
  private final StringBuilder out = new StringBuilder("<" + ROOT + ">");
  private int given;
  private int at;
  private int end;
  private boolean ended;
  private @Nullable IOException failure;
  private State state = State.TEXT;

  private enum State {
    TEXT,
    TAG,
    CDATA,
    COMMENT
  }

  XmlChars(Reader text) {
    this.text = text;
  }

  /// Fails as reading did: the library takes packed data that is cut off for the end of the text.
  void check() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    while (given == out.length()) {
      out.setLength(0);
      given = 0;
      if (ended) {
        return -1;
      }
      refill();
    }
    int count = Math.min(length, out.length() - given);
    out.getChars(given, given + count, into, offset);
    given += count;
    return count;
  }

  /// Puts the next chunk into the output.
  private void refill() throws IOException {
    while (out.length() < CHUNK / 2) {
      takePlain();
      int c = next();
      if (c < 0) {
        ended = true;
        out.append("</" + ROOT + ">");
        return;
      }
      take((char) c);
    }
  }

  /// Copies, all at once, the characters that need no change.
  private void takePlain() {
    if (state == State.COMMENT) {
      return;
    }
    int from = at;
    while (at < end && isPlain(in[at])) {
      at++;
    }
    out.append(in, from, at - from);
  }

  private static boolean isPlain(char c) {
    return (c >= ' ' && c < 0xFFFE && c != '<' && c != '>' && c != '&' && c != ']') || c == '\n';
  }

  private void take(char c) throws IOException {
    switch (state) {
      case TEXT -> {
        if (c == '<') {
          takeOpening();
        } else if (c == '&') {
          takeReference();
        } else {
          out.append(allowed(c));
        }
      }
      case TAG -> {
        if (c == '&') {
          takeReference();
        } else {
          out.append(allowed(c));
          state = c == '>' ? State.TEXT : state;
        }
      }
      case CDATA -> takeUntil(c, "]]>");
      case COMMENT -> takeUntil(c, "-->");
    }
  }

  private void takeUntil(char c, String close) throws IOException {
    if (c == close.charAt(0) && follows(close.substring(1))) {
      skip(2);
      out.append(close);
      state = State.TEXT;
    } else {
      // Two dashes inside a comment are forbidden, and common.
      out.append(state == State.COMMENT ? (c == '\n' ? '\n' : ' ') : allowed(c));
    }
  }

  private void takeOpening() throws IOException {
    if (follows("![CDATA[")) {
      skip(8);
      out.append("<![CDATA[");
      state = State.CDATA;
    } else if (follows("!--")) {
      skip(3);
      out.append("<!--");
      state = State.COMMENT;
    } else if (follows("?")) {
      dropUntil("?>");
    } else if (follows("!")) {
      dropType();
    } else {
      int first = peek(0);
      boolean tag = first == '/' || first == '_' || Character.isLetter(first);
      out.append(tag ? "<" : "&lt;");
      state = tag ? State.TAG : state;
    }
  }

  private void dropUntil(String close) throws IOException {
    int c = next();
    while (c >= 0 && !(c == close.charAt(0) && follows(close.substring(1)))) {
      keepLine(c);
      c = next();
    }
    skip(close.length() - 1);
  }

  private void dropType() throws IOException {
    StringBuilder type = new StringBuilder();
    int depth = 0;
    for (int c = next(); c >= 0; c = next()) {
      keepLine(c);
      type.append((char) c);
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '>' && depth <= 0) {
        break;
      }
      if (type.length() > LONGEST_TYPE) {
        break;
      }
    }
    if (type.indexOf("<!ENTITY") >= 0 || type.length() > LONGEST_TYPE) {
      throw new FormatException(
          0,
          "XML that declares entities of its own, which may grow without bounds",
          "Remove the DOCTYPE from the file");
    }
  }

  private void keepLine(int c) {
    if (c == '\n') {
      out.append('\n');
    }
  }

  private void takeReference() throws IOException {
    int length = 0;
    StringBuilder name = new StringBuilder();
    int c = peek(length);
    while (length < LONGEST_REFERENCE && (c == '#' || isNamePart(c))) {
      name.append((char) c);
      c = peek(++length);
    }
    if (c != ';' || name.isEmpty()) {
      out.append("&amp;");
      return;
    }
    skip(length + 1);
    appendReference(name.toString());
  }

  private void appendReference(String name) {
    switch (name) {
      case "amp", "lt", "gt", "quot", "apos" -> out.append('&').append(name).append(';');
      default -> {
        String letters = name.charAt(0) == '#' ? character(name) : Entities.getByName(name);
        if (letters.isEmpty()) {
          out.append("&amp;").append(name).append(';');
        } else {
          out.append(letters);
        }
      }
    }
  }

  private static String character(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      return switch (code) {
        case '<' -> "&lt;";
        case '&' -> "&amp;";
        case '>' -> "&gt;";
        case '"' -> "&quot;";
        case '\'' -> "&apos;";
        default ->
            isAllowed(code) && !(code >= 0xD800 && code < 0xE000) ? Character.toString(code) : " ";
      };
    } catch (NumberFormatException e) {
      return "";
    }
  }

  private static boolean isNamePart(int c) {
    return c < 0x80 && c >= 0 && Character.isLetterOrDigit(c);
  }

  private static boolean isAllowed(int c) {
    return (c >= ' ' && c != 0xFFFE && c != 0xFFFF && c <= Character.MAX_CODE_POINT)
        || c == '\n'
        || c == '\r'
        || c == '\t';
  }

  private static char allowed(char c) {
    return isAllowed(c) ? c : ' ';
  }

  private boolean follows(String what) throws IOException {
    for (int i = 0; i < what.length(); i++) {
      if (peek(i) != what.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      next();
    }
  }

  private int next() throws IOException {
    int c = peek(0);
    at += c < 0 ? 0 : 1;
    return c;
  }

  /// The character some places on, or -1 if the text ends before.
  private int peek(int ahead) throws IOException {
    if (at + ahead < end) {
      return in[at + ahead];
    }
    System.arraycopy(in, at, in, 0, end - at);
    end -= at;
    at = 0;
    int count = 0;
    while (count >= 0 && end <= ahead) {
      try {
        count = text.read(in, end, in.length - end);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
      end += Math.max(0, count);
    }
    return ahead < end ? in[ahead] : -1;
  }

  @Override
  public void close() {
    // The caller closes the text.
  }
}
