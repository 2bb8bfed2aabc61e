package org.papermap.cli;

import java.util.Locale;

/// A number of things, in words that fit it.
final class Count {
  private Count() {}

  /// `1 paper`, `2,000 papers`, `3 queries`.
  ///
  /// @param one what a single one is called
  static String of(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many(one));
  }

  private static String many(String one) {
    return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }
}
