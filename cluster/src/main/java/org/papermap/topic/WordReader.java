package org.papermap.topic;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts text into words. What people write as one word stays one: `text-to-image`, `GPT-4`,
/// `U-Net`, `N:M`, `A^2ATS`. Formulas, addresses, numbers and punctuation are breaks.
final class WordReader {
  /// Longer runs of letters are no words that a label could show.
  private static final int LONGEST = 30;

  private static final Pattern NO_WORDS =
      Pattern.compile("\\$[^$]{0,300}\\$|https?://\\S+|www\\.\\S+|\\\\[a-zA-Z]+|\\\\.");

  /// An accented letter as TeX has it, such as `\"o` or `\'{e}`.
  private static final Pattern TEX_ACCENT = Pattern.compile("\\\\([\"'`^~])\\{?(\\p{L})\\}?");

  /// In turn: `N:M`; a word, its parts joined by hyphens, apostrophes or a caret; anything else
  /// that is not white space.
  private static final Pattern PIECE =
      Pattern.compile(
          "\\p{Lu}:\\p{Lu}(?![\\p{L}\\p{N}])"
              + "|[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*"
              + "(?:(?:[-‐‑'’^]|\\.(?=\\p{N}))[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*)*\\+{0,2}"
              + "|\\S");

  private final StopWords stopWords;

  WordReader(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /// The words in order, with a break wherever a phrase must end, and one at the end.
  List<Word> read(String text) {
    List<Word> words = new ArrayList<>();
    String accented = TEX_ACCENT.matcher(text).replaceAll(WordReader::accented);
    Matcher pieces = PIECE.matcher(NO_WORDS.matcher(accented).replaceAll(" | "));
    while (pieces.find()) {
      words.add(word(pieces.group()));
    }
    words.add(Word.END);
    return words;
  }

  private static String accented(MatchResult accent) {
    int mark = "\"'`^~".indexOf(accent.group(1));
    return Normalizer.normalize(
        accent.group(2) + "\u0308\u0301\u0300\u0302\u0303".charAt(mark), Normalizer.Form.NFC);
  }

  private Word word(String piece) {
    String plain = piece.replace('’', '\'').replace('‐', '-').replace('‑', '-');
    String text = plain.endsWith("'s") ? plain.substring(0, plain.length() - 2) : plain;
    boolean hasLetter = text.codePoints().anyMatch(Character::isLetter);
    if (!hasLetter || text.length() > LONGEST) {
      return piece.length() == 1 ? new Word(piece, "", Word.Kind.BREAK) : Word.END;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    String key = key(lower);
    // A lone letter is a variable, not a subject.
    boolean letter = lower.length() == 1;
    return new Word(text, key, letter ? Word.Kind.FUNCTION : stopWords.kind(lower, key));
  }

  private static String key(String lower) {
    StringBuilder key = new StringBuilder();
    for (String part : lower.split("-", -1)) {
      if (!part.isEmpty()) {
        key.append(key.isEmpty() ? "" : " ").append(singular(part));
      }
    }
    return key.toString();
  }

  /// Without the ending of an English plural (after Harman, "How effective is suffixing?", 1991);
  /// `analysis`, `loss` and `corpus` stay.
  static String singular(String part) {
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
