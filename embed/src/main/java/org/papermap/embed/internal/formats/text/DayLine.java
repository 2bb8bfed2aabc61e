package org.papermap.embed.internal.formats.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lines of a page that tell a day, or how many of something there are.
final class DayLine {
  private static final String MONTH =
      "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
  private static final Pattern DATE_OR_COUNT =
      Pattern.compile(
          "([·•|–-] ?)?((published|submitted|updated|posted)( on)? )?"
              + ("(" + MONTH + " \\d{1,2}(,? \\d{4})?")
              + ("|\\d{1,2}\\.? " + MONTH + "(,? \\d{4})?")
              + ("|" + MONTH + " \\d{4}")
              + "|\\d{4}-\\d{2}(-\\d{2})?"
              + "|\\d+ \\p{L}+( ago)?"
              + "|(submitted|posted|shared|uploaded|added) by .{1,60}"
              + "|#?\\d+ paper of the (day|week|month)"
              + "|[\\d\\p{P}\\p{S} ]+[km]?)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOLD_DAY =
      Pattern.compile(
          "(?:[·•|–-] ?)?(?:published|submitted|updated|posted|released|date)(?: on)?[:"
              + " ]\\s*(?=\\S)",
          Pattern.CASE_INSENSITIVE);

  /// `lab/code • 3 May 2024`
  private static final Pattern BEHIND_DOT =
      Pattern.compile(
          "\\S.{0,60}?[•·]\\s*(\\d{1,2}\\.? %1$s,? \\d{4}|%1$s \\d{1,2},? \\d{4}|\\d{4}-\\d{2}-\\d{2})"
              .formatted(MONTH.replace("(", "(?:")),
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_DAY = 150;

  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

  private DayLine() {}

  static boolean isDateOrCount(String text) {
    return DATE_OR_COUNT.matcher(text).matches();
  }

  /// What the line says of a day, if that is all or stands behind a dot, with a year.
  static Optional<String> day(String text) {
    if (text.length() > LONGEST_DAY || !YEAR.matcher(text).find()) {
      return Optional.empty();
    }
    Matcher behind = BEHIND_DOT.matcher(text);
    if (behind.matches()) {
      return Optional.of(behind.group(1));
    }
    Matcher told = TOLD_DAY.matcher(text);
    boolean begins = told.lookingAt();
    return begins || (isDateOrCount(text) && !isCount(text))
        ? Optional.of(text.substring(begins ? told.end() : 0).replaceFirst(";.*", ""))
        : Optional.empty();
  }

  /// A day that a verb stands before.
  static boolean isTold(String text) {
    return TOLD_DAY.matcher(text).lookingAt() && day(text).isPresent();
  }

  /// `2,024 likes`.
  private static boolean isCount(String text) {
    return text.matches("\\d[\\d,.]* \\p{L}+( ago)?");
  }
}
