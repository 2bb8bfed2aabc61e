package org.papermap.embed.internal.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/// The six papers that many of the kept cases hold.
public final class SixPapers {
  public static final List<String> TITLES =
      List.of(
          "Snow avalanches in alpine gullies",
          "Reading the rings of old violins",
          "Counting bees with cheap microphones",
          "Why ferries run late in spring tides",
          "Bread made with acorn flour",
          "Street lamps and the sleep of swifts");

  private static final List<Integer> ABSTRACT_LENGTHS = List.of(397, 390, 357, 327, 359, 329);

  private static final List<String> ABSTRACT_BEGINNINGS =
      List.of(
          "We study when",
          "Tree rings in",
          "Hives hum",
          "Ferries between",
          "Acorn flour",
          "Swifts nest");

  private SixPapers() {}

  /// Checks that the content holds the six papers with their whole abstracts.
  public static void assertAreIn(Gathered gathered) {
    assertThat(gathered.titles()).isEqualTo(TITLES);
    assertThat(gathered.abstracts()).extracting(String::length).isEqualTo(ABSTRACT_LENGTHS);
    for (int i = 0; i < TITLES.size(); i++) {
      assertThat(gathered.abstracts().get(i)).startsWith(ABSTRACT_BEGINNINGS.get(i)).endsWith(".");
    }
    assertThat(gathered.told()).isEmpty();
  }
}
