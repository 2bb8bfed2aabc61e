package org.papermap.embed.internal.formats.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line below a title that says who wrote the paper, when and where it appeared: `Lind, Ada;
/// Moreau, Jo (2020). *Knots*, 9, 1-9. <https://doi.org/…>`. It is told from text by its capitals:
/// fewer than a third of its words begin with a small letter.
///
/// @param names the authors as one text, or empty
/// @param venue empty if nothing is in italics
record CitationLine(String names, String year, String venue) {
  private static final int LONGEST = 400;

  /// Lines without names are told from short remarks by their length.
  private static final int SHORTEST = 100;

  private static final int FEWEST_WORDS = 3;

  private static final Pattern YEAR =
      Pattern.compile("(?<![\\d/.-])(?:19|20)\\d\\d(?![\\d/.-]\\d)");
  private static final Pattern NAMES =
      Pattern.compile("([^()\"“]{3,300}?)[,:]?\\s*\\(((?:19|20)\\d\\d)[a-z]?\\).*");
  private static final Pattern ITALIC =
      Pattern.compile("(?<![\\w*_])([*_])([^*_\\s][^*_]{1,200})\\1(?![\\w*_])");
  private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d])\\p{L}[\\p{L}'’-]*");

  /// What the lines say, if they are such a line.
  static Optional<CitationLine> of(String raw) {
    String text = InlineMarkdown.withoutLinks(raw).replace('\n', ' ');
    String plain = InlineMarkdown.plain(text);
    Matcher year = YEAR.matcher(plain);
    if (plain.length() > LONGEST || !year.find() || !isInCapitals(plain)) {
      return Optional.empty();
    }
    Matcher named = NAMES.matcher(plain);
    boolean list =
        named.matches() && Stream.of(",", ";", " and ", " & ").anyMatch(named.group(1)::contains);
    if (!list && plain.length() < SHORTEST) {
      return Optional.empty();
    }
    Matcher italic = ITALIC.matcher(text);
    return Optional.of(
        new CitationLine(
            list ? joined(named.group(1)) : "",
            list ? named.group(2) : year.group(),
            italic.find() ? italic.group(2) : ""));
  }

  /// The names in `Lind, A., & Moreau, J. (2020).`, or empty.
  static String namesBeforeYear(String text) {
    Matcher named = NAMES.matcher(text);
    return named.matches() && named.group(1).endsWith(".") && named.group(1).contains(",")
        ? joined(named.group(1))
        : "";
  }

  private static String joined(String names) {
    return names.replaceAll(",\\s*&", " &").replaceFirst("(?<=\\p{Ll}{2})\\.$", "");
  }

  private static boolean isInCapitals(String text) {
    long words = WORD.matcher(text).results().count();
    long small =
        WORD.matcher(text)
            .results()
            .filter(word -> Character.isLowerCase(word.group().charAt(0)))
            .count();
    return words >= FEWEST_WORDS && 3 * small < words;
  }
}
