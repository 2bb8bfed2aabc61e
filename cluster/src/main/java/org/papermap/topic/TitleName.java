package org.papermap.topic;

import org.papermap.cluster.internal.naming.NameRules;

/// Makes names of titles.
final class TitleName {
  private TitleName() {}

  /// The title in quotation marks, cut after a word if it is long.
  ///
  /// @param title one line, not blank
  static String of(String title) {
    int room = NameRules.LONGEST_NAME - 2;
    if (title.length() <= room) {
      return "“" + title + "”";
    }
    int end = title.lastIndexOf(' ', room - 1);
    // Without spaces, no surrogate pair is cut apart.
    int cut = end > 0 ? end : title.offsetByCodePoints(0, title.codePointCount(0, room - 2));
    return "“" + title.substring(0, cut).strip() + "…”";
  }
}
