package org.papermap.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Over-fetching: finds the best hits that pass a test by fetching four times as many until enough
/// pass. It is for tests that the engine does not know.
final class OverFetching {
  private static final int FACTOR = 4;

  private OverFetching() {}

  /// The best `count` of an engine's hits.
  @FunctionalInterface
  interface Source {
    List<Hit> best(int count) throws IOException;
  }

  @FunctionalInterface
  interface Test {
    boolean passes(Hit hit) throws IOException;
  }

  /// @param size how many hits there may be at most
  static List<Hit> best(int count, int size, Source source, Test test) throws IOException {
    for (long asked = count; ; asked *= FACTOR) {
      List<Hit> all = source.best((int) Math.min(asked, size));
      List<Hit> passing = new ArrayList<>();
      for (Hit hit : all) {
        if (passing.size() < count && test.passes(hit)) {
          passing.add(hit);
        }
      }
      if (passing.size() == count || asked >= size) {
        return passing;
      }
    }
  }
}
