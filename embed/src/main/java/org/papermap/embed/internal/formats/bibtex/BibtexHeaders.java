package org.papermap.embed.internal.formats.bibtex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds where the entries of a BibTeX text begin, whatever stands between.
final class BibtexHeaders {
  /// `@article{`, or `@articlekey, title =`, where the brace was lost.
  private static final String BEGINNING =
      "@\\h*[A-Za-z]+(?:\\s*[{(]|[^\\s{}(),=]*\\s*,\\s*[A-Za-z]+\\s*=)";

  private static final Pattern HEADER = Pattern.compile("(?m)(?:^|})\\h*" + BEGINNING);
  private static final Pattern HEADER_HERE = Pattern.compile(BEGINNING);

  private BibtexHeaders() {}

  /// The `@` of the next line that begins an entry, or the end of the text.
  static int next(String text, int from) {
    Matcher header = HEADER.matcher(text);
    header.region(Math.min(from, text.length()), text.length());
    header.useAnchoringBounds(false);
    return header.find() ? text.indexOf('@', header.start()) : text.length();
  }

  /// Whether an `@` stands here first in its line and begins an entry.
  static boolean isAt(String text, int place) {
    if (text.charAt(place) != '@') {
      return false;
    }
    int before = place - 1;
    while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
      before--;
    }
    if (before >= 0 && text.charAt(before) != '\n' && text.charAt(before) != '\r') {
      return false;
    }
    return HEADER_HERE.matcher(text).region(place, text.length()).lookingAt();
  }
}
