package org.papermap.embed.internal.formats.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Family names and a year before a title: `Lind; Moreau (2020): Knots in nets`.
///
/// @param names with semicolons between them
/// @param length of all that stands before the title
record DatedNames(String names, String year, int length) {
  private static final String FAMILY =
      "(?:(?:van|von|de|der|den|del|di|da|al|el) ){0,2}\\p{Lu}[\\p{L}\\p{M}'’-]{1,40}";

  private static final Pattern BEFORE =
      Pattern.compile(
          "(%1$s(?:(?:[;,]| &| and| und| et) %1$s){0,9}(?: et al\\.?| u\\. ?a\\.)?) \\(((?:19|20)\\d\\d)[a-z]?\\): (?=\\p{Lu})"
              .formatted(FAMILY));

  private static final Pattern BETWEEN = Pattern.compile(", | (?:&|and|und|et(?! al)) ");

  static Optional<DatedNames> before(String title) {
    Matcher before = BEFORE.matcher(title);
    return before.lookingAt()
        ? Optional.of(
            new DatedNames(
                BETWEEN.matcher(before.group(1)).replaceAll("; "), before.group(2), before.end()))
        : Optional.empty();
  }
}
