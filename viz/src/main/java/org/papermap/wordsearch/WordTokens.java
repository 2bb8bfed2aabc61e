package org.papermap.wordsearch;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tokens of a text: runs of letters and digits (Unicode's `L` and `N`), without case and
/// accents. The page's script makes the same ones.
final class WordTokens {
  private static final Pattern ACCENT = Pattern.compile("[\\u0300-\\u036f]");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

  private WordTokens() {}

  static List<String> of(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
    Matcher token =
        TOKEN.matcher(ACCENT.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT));
    List<String> tokens = new ArrayList<>();
    while (token.find()) {
      tokens.add(token.group());
    }
    return tokens;
  }
}
