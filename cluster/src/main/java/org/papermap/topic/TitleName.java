package org.papermap.topic;

/// Makes names of titles.
final class TitleName {
  /// As for phrases: a longer name does not fit on a map beside others.
  private static final int LONGEST = 32;

  private TitleName() {}

  /// The title in quotation marks, cut after a word if it is long.
  ///
  /// @param title one line, not blank
  static String of(String title) {
    int room = LONGEST - 2;
    if (title.length() <= room) {
      return "“" + title + "”";
    }
    int end = title.lastIndexOf(' ', room - 1);
    // Without spaces, no surrogate pair is cut apart.
    int cut = end > 0 ? end : title.offsetByCodePoints(0, title.codePointCount(0, room - 2));
    return "“" + title.substring(0, cut).strip() + "…”";
  }
}
