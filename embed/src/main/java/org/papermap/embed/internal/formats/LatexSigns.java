package org.papermap.embed.internal.formats;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The letters and signs that LaTeX has commands for, and its accents.
public final class LatexSigns {
  private static final String ACCENTS = "`'^~=.\"uHvdckbrt";

  /// The combining character of each accent.
  private static final String COMBINING =
      "\u0300\u0301\u0302\u0303\u0304\u0307\u0308\u0306\u030B\u030C\u0323\u0327\u0328\u0331\u030A\u0361";

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("SS", "ẞ"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"),
          Map.entry("dh", "ð"),
          Map.entry("DH", "Ð"),
          Map.entry("th", "þ"),
          Map.entry("TH", "Þ"),
          Map.entry("dj", "đ"),
          Map.entry("DJ", "Đ"),
          Map.entry("ng", "ŋ"),
          Map.entry("NG", "Ŋ"),
          Map.entry("P", "¶"),
          Map.entry("S", "§"),
          Map.entry("textquoteright", "’"),
          Map.entry("textquoteleft", "‘"),
          Map.entry("textquotedblleft", "“"),
          Map.entry("textquotedblright", "”"),
          Map.entry("textquotesingle", "'"),
          Map.entry("textquotedbl", "\""),
          Map.entry("guillemotleft", "«"),
          Map.entry("guillemotright", "»"),
          Map.entry("quotedblbase", "„"),
          Map.entry("glqq", "„"),
          Map.entry("grqq", "“"),
          Map.entry("textendash", "–"),
          Map.entry("textemdash", "—"),
          Map.entry("textbackslash", "\\"),
          Map.entry("textasciitilde", "~"),
          Map.entry("textasciicircum", "^"),
          Map.entry("textunderscore", "_"),
          Map.entry("textbraceleft", "{"),
          Map.entry("textbraceright", "}"),
          Map.entry("textless", "<"),
          Map.entry("textgreater", ">"),
          Map.entry("textbar", "|"),
          Map.entry("textregistered", "®"),
          Map.entry("texttrademark", "™"),
          Map.entry("textcopyright", "©"),
          Map.entry("copyright", "©"),
          Map.entry("textdegree", "°"),
          Map.entry("degree", "°"),
          Map.entry("textmu", "µ"),
          Map.entry("textperiodcentered", "·"),
          Map.entry("textbullet", "•"),
          Map.entry("textellipsis", "…"),
          Map.entry("ldots", "…"),
          Map.entry("dots", "…"),
          Map.entry("pounds", "£"),
          Map.entry("texteuro", "€"),
          Map.entry("euro", "€"),
          Map.entry("textsection", "§"),
          Map.entry("dag", "†"),
          Map.entry("textonehalf", "½"),
          Map.entry("textdollar", "$"),
          Map.entry("textpercent", "%"),
          Map.entry("slash", "/"),
          Map.entry("textexclamdown", "¡"),
          Map.entry("textquestiondown", "¿"),
          Map.entry("textalpha", "α"),
          Map.entry("textbeta", "β"),
          Map.entry("textgamma", "γ"),
          Map.entry("LaTeX", "LaTeX"),
          Map.entry("TeX", "TeX"),
          Map.entry("BibTeX", "BibTeX"));

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
