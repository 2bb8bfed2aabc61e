package org.papermap.cluster.internal.text;

import java.util.regex.Pattern;

/// British spellings of English words as American ones, so that *hand hygiene behaviour* and *hand
/// hygiene behavior* are one phrase. It makes keys, which nobody reads: what it does to a word that
/// is no British spelling (*arise*) does no harm, as it does the same to all its forms.
final class Spelling {
  private static final Pattern OUR =
      Pattern.compile("(?<=avi|av|ol|um|ab|ap|eighb|arb|od|on)our(?!n)");

  /// Not *supervise*, *advertise*, *promise*, *exercise*, *revise*, *denoise*.
  private static final Pattern IS =
      Pattern.compile("(?<=al|an|im|ar|er|or|il|dom|ron|ybrid)is(?=e$|ed$|er$|es$|ing$|ation)");

  private static final Pattern AE = Pattern.compile("(?<=h)ae(?=m)|(?<=p)ae(?=d)|(?<=n)ae(?=s|c)");

  private static final Pattern OE = Pattern.compile("oe(?=dema|strog|strad|sophag)|(?<=f)oe(?=t)");

  private static final Pattern RE = Pattern.compile("(?<=cent|fib|met|lit)re$");

  private Spelling() {}

  /// @param word in lower case
  static String american(String word) {
    if (word.length() < 5) {
      return word;
    }
    String spelled = word;
    if (word.contains("our")) {
      spelled = OUR.matcher(spelled).replaceAll("or");
    }
    if (word.contains("is")) {
      spelled = IS.matcher(spelled).replaceAll("iz");
    }
    if (word.contains("ae")) {
      spelled = AE.matcher(spelled).replaceAll("e");
    }
    if (word.contains("oe")) {
      spelled = OE.matcher(spelled).replaceAll("e");
    }
    if (word.endsWith("re")) {
      spelled = RE.matcher(spelled).replaceAll("er");
    }
    return spelled.equals("programme") ? "program" : spelled;
  }
}
