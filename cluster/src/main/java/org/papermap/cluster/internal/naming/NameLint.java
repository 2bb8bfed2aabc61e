package org.papermap.cluster.internal.naming;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.papermap.cluster.internal.text.StopWords;
import org.papermap.cluster.internal.text.Word;
import org.papermap.cluster.internal.text.WordReader;

/// Looks at a name that somebody else made, and that need not be of phrases in the papers.
public final class NameLint {
  /// A little more than for names of our own: a reader's language may need it.
  private static final int LONGEST = 40;

  private static final int MOST_WORDS = 6;

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}ー .:^+',/&()-]*");

  private static final Pattern NUMBERED =
      Pattern.compile("(topic|sub-?topic|area|group|cluster|theme|category)\\b.*");

  /// Words that every group of papers could have in its name.
  private static final Set<String> SAYS_NOTHING =
      Set.of("misc", "miscellaneous", "various", "assorted", "general", "mixed", "unknown", "n/a");

  private NameLint() {}

  /// What is wrong with a name, if something is.
  public static Optional<String> fault(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String[] words = lower.split("[ /&,]+", -1);
    if (name.isBlank() || name.length() > LONGEST || words.length > MOST_WORDS) {
      return Optional.of("length");
    }
    if (!PLAIN.matcher(name).matches()) {
      return Optional.of("characters");
    }
    if (NUMBERED.matcher(lower).matches()
        || name.codePoints().noneMatch(Character::isLetter)
        || Arrays.stream(words).anyMatch(SAYS_NOTHING::contains)
        || Arrays.stream(words).allMatch(NameLint::isEmpty)) {
      return Optional.of("says nothing");
    }
    return Optional.empty();
  }

  private static boolean isEmpty(String word) {
    Word.Kind kind = StopWords.english().kind(word, WordReader.singular(word));
    return kind == Word.Kind.FUNCTION || kind == Word.Kind.PROSE;
  }
}
