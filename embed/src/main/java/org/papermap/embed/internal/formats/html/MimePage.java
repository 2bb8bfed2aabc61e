package org.papermap.embed.internal.formats.html;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.papermap.embed.internal.formats.Claim;
import org.papermap.embed.internal.formats.Claim.Certainty;
import org.papermap.embed.internal.formats.Format;
import org.papermap.embed.internal.formats.Head;
import org.papermap.embed.internal.formats.RecordSink;
import org.papermap.embed.internal.formats.Source;
import org.papermap.embed.internal.formats.UnrecognizedException;

/// A web page that a browser saved in one file (MHTML), or a mail with one: its first part in HTML.
public final class MimePage implements Format {
  private static final int MAX_LENGTH = 1 << 27;

  /// Multiparts lie in each other two deep at most.
  private static final int MAX_DEPTH = 4;

  private static final Pattern HEADERS =
      Pattern.compile(
          "(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\\r\\n]*\\R(?:[ \\t][^\\r\\n]*\\R){0,90}){2,60}");

  private static final Pattern IN_HTML =
      Pattern.compile("(?im)^Content-Type:\\s*(?:text/html|multipart/related)");

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary\\s*=\\s*(?:\"([^\"\\r\\n]+)\"|([^;\\s]+))");

  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");

  private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n\\r?\\n");

  @Override
  public String key() {
    return "mhtml";
  }

  @Override
  public String words() {
    return "saved web page (MHTML)";
  }

  @Override
  public Claim claim(Head head) {
    Matcher headers = HEADERS.matcher(head.text());
    return headers.lookingAt()
            && headers.group().toLowerCase(Locale.ROOT).contains("mime-version:")
            && IN_HTML.matcher(head.text()).find()
        ? new Claim(Certainty.LIKELY, words())
        : Claim.none();
  }

  @Override
  public void read(Source source, RecordSink sink) throws IOException {
    String mime = new String(source.allBytes(MAX_LENGTH), StandardCharsets.ISO_8859_1);
    String html =
        html(mime, 0)
            .orElseThrow(() ->
                new UnrecognizedException(
                    "a saved mail or web page without a part in HTML",
                    "Save the page as HTML or text"));
    HtmlPage.read(html, source.names(), sink);
  }

  /// The text of the first part in HTML.
  private static Optional<String> html(String part, int depth) {
    Matcher blank = BLANK_LINE.matcher(part);
    if (!blank.find()) {
      return Optional.empty();
    }
    String headers = part.substring(0, blank.start()).replaceAll("\\r?\\n[ \\t]+", " ");
    String body = part.substring(blank.end());
    String type = header(headers, "Content-Type");
    Matcher boundary = BOUNDARY.matcher(type);
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && boundary.find()
        && depth < MAX_DEPTH) {
      return inParts(
          body, boundary.group(1) == null ? boundary.group(2) : boundary.group(1), depth);
    }
    return type.toLowerCase(Locale.ROOT).startsWith("text/html")
        ? Optional.of(decoded(body, type, header(headers, "Content-Transfer-Encoding")))
        : Optional.empty();
  }

  private static Optional<String> inParts(String body, String boundary, int depth) {
    String mark = "--" + boundary;
    int begin = body.indexOf(mark);
    while (begin >= 0) {
      int start = body.indexOf('\n', begin + mark.length());
      int end = start < 0 ? -1 : body.indexOf("\n" + mark, start);
      if (start < 0) {
        return Optional.empty();
      }
      Optional<String> html =
          html(body.substring(start + 1, end < 0 ? body.length() : end), depth + 1);
      if (html.isPresent()) {
        return html;
      }
      begin = end < 0 ? -1 : end + 1;
    }
    return Optional.empty();
  }

  private static String header(String headers, String name) {
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
