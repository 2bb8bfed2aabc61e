package org.papermap.viz.internal.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.papermap.viz.internal.colors.Color.Vision;

class PaletteTest {
  @Test
  void every_mark_has_three_to_one_and_every_ink_four_and_a_half_to_one() {
    for (int hue = 0; hue < Palette.size(); hue++) {
      Tone tone = Palette.tone(hue);
      assertThat(Color.of(tone.light()).contrast(Tone.LIGHT_BACKGROUND)).isGreaterThan(3);
      assertThat(Color.of(tone.dark()).contrast(Tone.DARK_BACKGROUND)).isGreaterThan(3);
      assertThat(Color.of(tone.lightInk()).contrast(Tone.LIGHT_BACKGROUND)).isGreaterThan(4.5);
      assertThat(Color.of(tone.darkInk()).contrast(Tone.DARK_BACKGROUND)).isGreaterThan(4.5);
    }
  }

  /// A distance of 2 is about the least that side by side can be told apart; tab20 falls to 0.7.
  @Test
  void no_two_marks_meet_in_any_vision() {
    assertThat(least(Palette.size(), Vision.NORMAL)).isGreaterThan(8);
    assertThat(least(Palette.size(), Vision.DEUTAN)).isGreaterThan(4);
    assertThat(least(Palette.size(), Vision.PROTAN)).isGreaterThan(4);
    assertThat(least(Palette.size(), Vision.TRITAN)).isGreaterThan(3.5);
  }

  @Test
  void the_first_eight_are_farther_apart() {
    for (Vision vision : Vision.values()) {
      assertThat(least(8, vision)).as(vision.name()).isGreaterThan(6.5);
    }
  }

  @Test
  void colours_are_measured_as_published() {
    Color black = new Color(0, 0, 0);
    Color white = new Color(255, 255, 255);

    assertThat(black.contrast(white)).isCloseTo(21, within(1e-9));
    // White has lightness 1 and no hue in OKLab, black lightness 0.
    assertThat(black.distance(white, Vision.NORMAL)).isCloseTo(100, within(1e-3));
    assertThat(black.hueDistance(white)).isCloseTo(0, within(1e-3));
    // WCAG's own example of the least grey on white that passes 4.5:1.
    assertThat(Color.of("#767676").contrast(white)).isCloseTo(4.54, within(0.01));
    assertThat(Color.of("#0a1b2c").hex()).isEqualTo("#0a1b2c");
  }

  private static double least(int hues, Vision vision) {
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < hues; a++) {
      for (int b = 0; b < a; b++) {
        least = Math.min(least, Palette.light(a).distance(Palette.light(b), vision));
        least = Math.min(least, Palette.dark(a).distance(Palette.dark(b), vision));
      }
    }
    return least;
  }
}
