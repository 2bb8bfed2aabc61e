package org.papermap.embed.internal.formats;

import java.util.Set;
import java.util.regex.Pattern;

/// Lines that say that an abstract follows: `Abstract`, `## Original abstract`, `摘要:`, `Özet`.
public final class AbstractHeading {
  private static final int LONGEST = 40;

  /// `Abstract (in English)`
  private static final Pattern REMARK = Pattern.compile("\\s*[(（][^()（）]*[)）]\\W*$");

  private static final Pattern BEFORE =
      Pattern.compile("(?i)^(?:the|original|paper(?:['’]?s)?)\\s+|^(?:原始|原文|中文|英文|論文|论文)");

  /// Headings of other things that columns of abstracts are called by, too.
  private static final Set<String> OTHERS = Set.of("text", "description", "summaries", "abstracts");

  private AbstractHeading() {}

  /// Whether the line is nothing but such a heading, with whatever marks around it.
  public static boolean is(String line) {
    if (line.length() > LONGEST) {
      return false;
    }
    String plain = REMARK.matcher(line.strip()).replaceFirst("");
    plain = plain.replaceAll("^[^\\p{L}\\p{N}]+", "");
    String bare = PlainText.bareName(plain);
    String core = PlainText.bareName(BEFORE.matcher(plain).replaceFirst(""));
    return isName(bare) || isName(core) || bare.equals("tldr");
  }

  private static boolean isName(String bare) {
    return !OTHERS.contains(bare)
        && Field.named(bare).filter(match -> match.field() == Field.ABSTRACT).isPresent();
  }
}
