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

  private static final Pattern FIELD_BEHIND =
      Pattern.compile("[\\s,}]*[A-Za-z][\\w-]*\\s*=\\s*[{\"\\d]");

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
    return begins(text, place);
  }

  /// Whether an entry begins here, wherever in its line.
  static boolean begins(String text, int place) {
    return HEADER_HERE.matcher(text).region(place, text.length()).lookingAt();
  }

  /// Whether the line begins with a `%`.
  static boolean isInComment(String text, int place) {
    int start = text.lastIndexOf('\n', place) + 1;
    while (start < place && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return text.charAt(start) == '%';
  }

  /// What follows an entry up to the next one must not look as if it belonged to the entry: then a
  /// brace too many ended it.
  static void checkRest(String text, int from, BibtexEntry entry) throws BrokenEntryException {
    int behind = from;
    while (behind < text.length() && Character.isWhitespace(text.charAt(behind))) {
      behind++;
    }
    if (behind >= text.length() || text.charAt(behind) == '@') {
      return;
    }
    String rest = text.substring(from, next(text, from));
    int lineEnd = rest.indexOf('\n');
    String sameLine = lineEnd < 0 ? rest : rest.substring(0, lineEnd);
    boolean textBehind =
        sameLine.indexOf('}') >= 0 && !sameLine.replaceAll("[},\\s]", "").isEmpty();
    if (textBehind || FIELD_BEHIND.matcher(rest).lookingAt()) {
      throw new BrokenEntryException("a brace too many ends it early");
    }
    if (rest.stripLeading().startsWith("}") || rest.stripLeading().startsWith(",")) {
      entry.notes().add("a brace too many stands behind it");
    }
  }
}
