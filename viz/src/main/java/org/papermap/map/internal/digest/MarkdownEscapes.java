package org.papermap.map.internal.digest;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Text of papers in Markdown, where it can be neither markup nor HTML.
public final class MarkdownEscapes {
  /// Marks that CommonMark and its extensions read within a line, formulas of GitHub among them,
  /// and the colon and the full stop of addresses that would become links. The others may stay.
  private static final Pattern MARKUP =
      Pattern.compile(
          "[\\\\`*_\\[\\]<>~|$#!^{}@]|&(?=#?\\w+;)|(?<=\\b(?i:https?|ftp|mailto|javascript|data)):|(?<=(?i:\\bwww))\\.");

  private static final Pattern BLANK = Pattern.compile("[\\p{Z}\\s]+");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}]|(?![\u200C\u200D])\\p{Cf}");

  private MarkdownEscapes() {}

  /// The text in one line, every mark that could be markup behind a backslash. A text of it must
  /// not begin a line.
  public static String of(String text) {
    String line = UNSEEN.matcher(BLANK.matcher(text).replaceAll(" ").strip()).replaceAll("");
    return MARKUP.matcher(line).replaceAll("\\\\$0");
  }

  /// The text as a link, or by itself where there is no web address.
  static String link(String text, @Nullable URI url) {
    if (url == null || !isWeb(url)) {
      return of(text);
    }
    String address =
        url.toASCIIString()
            .replace("<", "%3C")
            .replace(">", "%3E")
            .replace("(", "%28")
            .replace(")", "%29")
            .replace("\\", "%5C")
            .replace(" ", "%20");
    return "[" + of(text) + "](" + address + ")";
  }

  private static boolean isWeb(URI url) {
    String scheme = url.getScheme();
    return scheme != null && scheme.toLowerCase(Locale.ROOT).matches("https?");
  }
}
