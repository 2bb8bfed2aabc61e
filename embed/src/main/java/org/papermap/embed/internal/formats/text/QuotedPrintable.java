package org.papermap.embed.internal.formats.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.LineNumberReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.papermap.embed.internal.formats.Head;

/// Lines of a mail saved as it was sent, in quoted-printable (RFC 2045, section 6.7): `=` at the
/// end of a line joins it to the next one, and `=C3=A9` are bytes of UTF-8.
final class QuotedPrintable {
  private static final Pattern HEADER =
      Pattern.compile("(?im)^Content-Transfer-Encoding:\\h*quoted-printable\\h*$");

  private QuotedPrintable() {}

  /// Whether the mail that begins so says that it is in quoted-printable.
  static boolean isIn(Head head) {
    return HEADER.matcher(head.text()).find();
  }

  /// The next line, with all that are joined to it, or null at the end.
  static @Nullable String readLine(LineNumberReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      return null;
    }
    StringBuilder joined = new StringBuilder();
    while (line != null && line.stripTrailing().endsWith("=")) {
      String part = line.stripTrailing();
      joined.append(part, 0, part.length() - 1);
      line = lines.readLine();
    }
    return decoded(joined.append(line == null ? "" : line).toString());
  }

  private static String decoded(String text) {
    if (text.indexOf('=') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    byte[] coded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < coded.length; i++) {
      if (coded[i] == '=' && isByte(coded, i + 1)) {
        bytes.write(
            HexFormat.fromHexDigits(new String(coded, i + 1, 2, StandardCharsets.US_ASCII)));
        i += 2;
      } else {
        bytes.write(coded[i]);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static boolean isByte(byte[] coded, int at) {
    return at + 1 < coded.length
        && HexFormat.isHexDigit(coded[at])
        && HexFormat.isHexDigit(coded[at + 1]);
  }
}
