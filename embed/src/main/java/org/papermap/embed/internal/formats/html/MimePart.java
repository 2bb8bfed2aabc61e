package org.papermap.embed.internal.formats.html;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a mail or of a page saved as one (RFC 2045, RFC 2046): a text or an attachment.
///
/// @param type such as `text/html; charset=utf-8`
/// @param fileName of an attachment, or blank
/// @param encoding of the body, such as `base64`
/// @param body as it stands there, its bytes as Latin-1
public record MimePart(String type, String fileName, String encoding, String body) {
  /// Multiparts lie in each other two deep at most.
  private static final int MAX_DEPTH = 4;

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]+)\"|([^;\\s]+))");

  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private static final Pattern FILE_NAME =
      Pattern.compile("(?i)\\b(?:file)?name\\*?\\s*=\\s*(?:\"([^\"\\r\\n]+)\"|([^;\\s]+))");

  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

  /// The parts of a mail or a saved page whose bytes are given as Latin-1, in its order, those of
  /// mails within it, too.
  public static List<MimePart> of(String mime) {
    List<MimePart> parts = new ArrayList<>();
    add(mime, 0, parts);
    return parts;
  }

  /// Whether the part is of this type, such as `text/html`.
  public boolean isOf(String wanted) {
    return type.toLowerCase(Locale.ROOT).startsWith(wanted);
  }

  private static void add(String part, int depth, List<MimePart> parts) {
    Matcher blank = BLANK_LINE.matcher(part);
    if (!blank.find() || depth > MAX_DEPTH) {
      return;
    }
    String headers = part.substring(0, blank.start()).replaceAll("\\r?\\n[ \\t]+", " ");
    String body = part.substring(blank.end());
    String told = header(headers, "Content-Type");
    // Mails that say nothing are plain text (RFC 2045, section 5.2).
    String type = told.isEmpty() && depth == 0 ? "text/plain" : told;
    Matcher boundary = BOUNDARY.matcher(type);
    String kind = type.toLowerCase(Locale.ROOT);
    if (kind.startsWith("multipart/") && boundary.find()) {
      String mark = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
      addParts(body, mark, depth, parts);
    } else if (kind.startsWith("message/rfc822")) {
      add(body.stripLeading(), depth + 1, parts);
    } else {
      Matcher name = FILE_NAME.matcher(header(headers, "Content-Disposition") + "; " + type);
      String fileName = !name.find() ? "" : name.group(1) == null ? name.group(2) : name.group(1);
      String encoding = header(headers, "Content-Transfer-Encoding");
      parts.add(new MimePart(type, fileName, encoding, body));
    }
  }

  private static void addParts(String body, String boundary, int depth, List<MimePart> parts) {
    String mark = "--" + boundary;
    int begin = body.indexOf(mark);
    while (begin >= 0) {
      int start = body.indexOf('\n', begin + mark.length());
      int end = start < 0 ? -1 : body.indexOf("\n" + mark, start);
      if (start < 0) {
        return;
      }
      int stop = end < 0 ? body.length() : Math.max(start + 1, end);
      add(body.substring(start + 1, stop), depth + 1, parts);
      begin = end < 0 ? -1 : end + 1;
    }
  }

  static String header(String headers, String name) {
    Matcher header = Pattern.compile("(?im)^" + name + ":[ \\t]*(.*)$").matcher(headers);
    return header.find() ? header.group(1).strip() : "";
  }

  /// The decoded body as text.
  public String text() {
    Matcher charset = CHARSET.matcher(type);
    Charset chosen = charset.find() ? HtmlPage.charset(charset.group(1)) : StandardCharsets.UTF_8;
    return new String(bytes(), chosen);
  }

  /// The decoded body.
  public byte[] bytes() {
    return switch (encoding.toLowerCase(Locale.ROOT)) {
      case "quoted-printable" -> quotedPrintable(body);
      case "base64" -> base64(body);
      default -> body.getBytes(StandardCharsets.ISO_8859_1);
    };
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
