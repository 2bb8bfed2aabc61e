package org.papermap.embed.internal.formats.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parts of a mail or of a page saved as one (RFC 2045, RFC 2046), decoded.
public final class MimePart {
  /// Multiparts lie in each other two deep at most.
  private static final int MAX_DEPTH = 4;

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]+)\"|([^;\\s]+))");

  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

  private MimePart() {}

  /// The text of the first part of this type, in a mail or a saved page whose bytes are given as
  /// Latin-1.
  ///
  /// @param type such as `text/html`
  public static Optional<String> first(String mime, String type) {
    return first(mime, type, 0);
  }

  private static Optional<String> first(String part, String wanted, int depth) {
    Matcher blank = BLANK_LINE.matcher(part);
    if (!blank.find()) {
      return Optional.empty();
    }
    String headers = part.substring(0, blank.start()).replaceAll("\\r?\\n[ \\t]+", " ");
    String body = part.substring(blank.end());
    String told = header(headers, "Content-Type");
    // Mails that say nothing are plain text (RFC 2045, section 5.2).
    String type = told.isEmpty() && depth == 0 ? "text/plain" : told;
    Matcher boundary = BOUNDARY.matcher(type);
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && boundary.find()
        && depth < MAX_DEPTH) {
      String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      return inParts(body, wanted, mark, depth);
    }
    return type.toLowerCase(Locale.ROOT).startsWith(wanted)
        ? Optional.of(decoded(body, type, header(headers, "Content-Transfer-Encoding")))
        : Optional.empty();
  }

  private static Optional<String> inParts(String body, String wanted, String boundary, int depth) {
    String mark = "--" + boundary;
    int begin = body.indexOf(mark);
    while (begin >= 0) {
      int start = body.indexOf('\n', begin + mark.length());
      int end = start < 0 ? -1 : body.indexOf("\n" + mark, start);
      if (start < 0) {
        return Optional.empty();
      }
      Optional<String> text =
          first(body.substring(start + 1, end < 0 ? body.length() : end), wanted, depth + 1);
      if (text.isPresent()) {
        return text;
      }
      begin = end < 0 ? -1 : end + 1;
    }
    return Optional.empty();
  }

  static String header(String headers, String name) {
    Matcher header = Pattern.compile("(?im)^" + name + ":[ \\t]*(.*)$").matcher(headers);
    return header.find() ? header.group(1).strip() : "";
  }

  private static String decoded(String body, String type, String encoding) {
    byte[] bytes =
        switch (encoding.toLowerCase(Locale.ROOT)) {
          case "quoted-printable" -> quotedPrintable(body);
          case "base64" -> base64(body);
          default -> body.getBytes(StandardCharsets.ISO_8859_1);
        };
    Matcher charset = CHARSET.matcher(type);
    Charset chosen = charset.find() ? HtmlPage.charset(charset.group(1)) : StandardCharsets.UTF_8;
    return new String(bytes, chosen);
  }

  private static byte[] base64(String body) {
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] quotedPrintable(String body) {
    byte[] bytes = new byte[body.length()];
    int length = 0;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != '=') {
        bytes[length++] = (byte) c;
      } else if (body.startsWith("\r\n", i + 1)) {
        i += 2;
      } else if (body.startsWith("\n", i + 1)) {
        i += 1;
      } else if (i + 2 < body.length()
          && hex(body.charAt(i + 1)) >= 0
          && hex(body.charAt(i + 2)) >= 0) {
        bytes[length++] = (byte) (hex(body.charAt(i + 1)) << 4 | hex(body.charAt(i + 2)));
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
