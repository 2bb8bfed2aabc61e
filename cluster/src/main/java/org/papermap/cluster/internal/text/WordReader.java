package org.papermap.cluster.internal.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Makes words of tokens. Compounds stay one word: `text-to-image`, `GPT-4`, `U-Net`, `N:M`,
/// `A^2ATS`. Formulas, addresses, numbers and punctuation are breaks. Each Chinese character is a
/// word, since no spaces separate words there.
public final class WordReader {
  /// A longer token is no word.
  private static final int LONGEST = 30;

  private static final Pattern NO_WORDS =
      Pattern.compile("\\$[^$]{0,300}\\$|https?://\\S+|www\\.\\S+|\\\\[a-zA-Z]+|\\\\.");

  /// Most texts have none of these and need no search with a pattern.
  private static final List<String> NO_WORDS_BEGIN = List.of("$", "http", "www.", "\\");

  /// An accented letter as TeX has it, such as `\"o`, `{\"o}` or `\'{e}`.
  private static final Pattern TEX_ACCENT =
      Pattern.compile("\\{?\\\\([\"'`^~])\\{?(\\p{L})\\}{0,2}");

  /// The dash between two names, as in `Moser–Trudinger`, which TeX writes with two hyphens.
  private static final Pattern BETWEEN_NAMES =
      Pattern.compile("(\\p{Lu}[\\p{L}\\p{M}]{0,40}+)(?:--|–)(?=\\p{Lu})");

  /// Chinese characters that are function words, and hardly ever part of a term.
  private static final Set<String> HAN_FUNCTION_WORDS =
      Set.of(
          "的 了 和 与 與 及 是 被 把 我 们 們 他 她 它 这 這 那 此 也 都 很 其 所 之 该 該 且 而 或 就 还 還 以 于 於 将 將"
              .split(" ", -1));

  private final StopWords stopWords = StopWords.english();
  private final Language language;

  WordReader(Language language) {
    this.language = language;
  }

  /// A text with accented letters in place of TeX's accents, with a hyphen between names, and
  /// without formulas and addresses.
  static String plain(String text) {
    String plain =
        text.indexOf('\\') < 0 ? text : TEX_ACCENT.matcher(text).replaceAll(WordReader::accented);
    if (plain.contains("--") || plain.indexOf('–') >= 0) {
      plain = BETWEEN_NAMES.matcher(plain).replaceAll("$1-");
    }
    int first = plain.length();
    for (String begins : NO_WORDS_BEGIN) {
      int at = plain.indexOf(begins);
      first = at < 0 ? first : Math.min(first, at);
    }
    return first == plain.length()
        ? plain
        : plain.substring(0, first) + NO_WORDS.matcher(plain.substring(first)).replaceAll(" | ");
  }

  private static String accented(MatchResult accent) {
    int mark = "\"'`^~".indexOf(accent.group(1));
    return Normalizer.normalize(
        accent.group(2) + "\u0308\u0301\u0300\u0302\u0303".charAt(mark), Normalizer.Form.NFC);
  }

  /// The word of a token.
  Word word(String token) {
    String plain = token.replace('’', '\'').replace('‐', '-').replace('‑', '-');
    String text = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
    if (!hasLetter(text) || text.length() > LONGEST) {
      return token.length() == 1 ? new Word(token, "", Word.Kind.BREAK) : Word.END;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (Word.isUnspaced(text)) {
      boolean function = HAN_FUNCTION_WORDS.contains(text) || Word.isHiragana(text);
      return new Word(text, lower, function ? Word.Kind.FUNCTION : Word.Kind.CONTENT);
    }
    String key = key(isShortPlural(text) ? lower.substring(0, 2) : lower);
    // A single letter is a variable, not a subject.
    boolean letter = lower.length() == 1;
    return new Word(text, key, letter ? Word.Kind.FUNCTION : kind(lower, key));
  }

  /// Whether a word is the plural of a short form of two letters, such as `LMs`. Other words of
  /// three letters with an *s* at their end are no plurals.
  private static boolean isShortPlural(String text) {
    return text.length() == 3
        && text.charAt(2) == 's'
        && Character.isUpperCase(text.charAt(0))
        && Character.isUpperCase(text.charAt(1));
  }

  private static boolean hasLetter(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isLetter(text.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  private Word.Kind kind(String lower, String key) {
    if (language != Language.ENGLISH && language.isStopWord(lower)) {
      return Word.Kind.FUNCTION;
    }
    return stopWords.kind(lower, key);
  }

  private String key(String lower) {
    if (lower.indexOf('-') < 0) {
      return normalized(lower);
    }
    StringBuilder key = new StringBuilder();
    for (String part : lower.split("-", -1)) {
      if (!part.isEmpty()) {
        key.append(key.isEmpty() ? "" : " ").append(normalized(part));
      }
    }
    return key.toString();
  }

  private String normalized(String part) {
    return language == Language.ENGLISH ? Spelling.american(singular(part)) : language.stem(part);
  }

  /// A word without the ending of an English plural (after Harman, "How effective is suffixing?",
  /// 1991); `analysis`, `loss` and `corpus` are unchanged.
  public static String singular(String part) {
    int length = part.length();
    if (length < 4 || !part.endsWith("s") || endsWithAny(part, "ss", "us", "is")) {
      return part;
    }
    if (length > 4 && part.endsWith("ies")) {
      return part.substring(0, length - 3) + "y";
    }
    boolean hissing = endsWithAny(part, "xes", "ches", "shes", "sses") && !part.endsWith("caches");
    return part.substring(0, length - (hissing ? 2 : 1));
  }

  private static boolean endsWithAny(String part, String... endings) {
    for (String ending : endings) {
      if (part.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
