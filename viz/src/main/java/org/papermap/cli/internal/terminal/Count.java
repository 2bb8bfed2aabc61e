package org.papermap.cli.internal.terminal;

import java.util.Locale;

/// A number with its noun in singular or plural.
public final class Count {
  private Count() {}

  /// `1 paper`, `2,000 papers`, `3 queries`.
  ///
  /// @param one what a single one is called
  public static String of(long number, String one) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many(one));
  }

  private static String many(String one) {
    return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }
}
