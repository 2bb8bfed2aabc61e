package org.papermap.embed.internal.formats;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.files.ResourceText;

/// The letters and signs that LaTeX has commands for, and its accents.
public final class LatexSigns {
  private static final String ACCENTS = "`'^~=.\"uHvdckbrt";

  /// The combining character of each accent.
  private static final String COMBINING =
      "\u0300\u0301\u0302\u0303\u0304\u0307\u0308\u0306\u030B\u030C\u0323\u0327\u0328\u0331\u030A\u0361";

  private static final Map<String, String> SIGNS =
      ResourceText.meanings(LatexSigns.class, "latex-signs.txt");

  private LatexSigns() {}

  /// The letter or sign of a command, or null if the command is for none.
  ///
  /// @param name without the backslash
  public static @Nullable String sign(String name) {
    return SIGNS.get(name);
  }

  /// Whether a character behind a backslash is an accent for the letter that follows.
  public static boolean isAccent(char c) {
    return ACCENTS.indexOf(c) >= 0;
  }

  /// A letter with its accent, one character where Unicode has it.
  ///
  /// @param letter one character; dotless letters get their dots' places back
  public static String accented(int letter, char accent) {
    String base = letter == 'ı' ? "i" : letter == 'ȷ' ? "j" : Character.toString(letter);
    return Normalizer.normalize(
        base + COMBINING.charAt(ACCENTS.indexOf(accent)), Normalizer.Form.NFC);
  }
}
