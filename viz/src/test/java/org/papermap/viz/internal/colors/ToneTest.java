package org.papermap.viz.internal.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.viz.internal.colors.Color.Vision;

class ToneTest {
  @Test
  void every_mark_has_three_to_one_and_every_ink_four_and_a_half_to_one() {
    List<Tone> tones = new ArrayList<>(Tone.ofCategories(20));
    for (int degree = 0; degree < 360; degree += 5) {
      for (double lightness : Tone.LIGHTNESSES) {
        tones.add(Tone.of(lightness, 0.165, Math.toRadians(degree)));
        tones.add(Tone.of(lightness, 0.11, Math.toRadians(degree)));
      }
    }
    tones.add(Tone.of(new Color(255, 255, 0)));
    tones.add(Tone.of(new Color(0, 0, 0)));

    for (Tone tone : tones) {
      assertThat(Color.of(tone.light()).contrast(Tone.LIGHT_BACKGROUND)).isGreaterThan(3);
      assertThat(Color.of(tone.dark()).contrast(Tone.DARK_BACKGROUND)).isGreaterThan(3);
      assertThat(Color.of(tone.lightInk()).contrast(Tone.LIGHT_BACKGROUND)).isGreaterThan(4.5);
      assertThat(Color.of(tone.darkInk()).contrast(Tone.DARK_BACKGROUND)).isGreaterThan(4.5);
    }
  }

  /// A distance of 2 is about the least that side by side can be told apart; tab20 falls to 0.7.
  @Test
  void no_two_of_twenty_categories_look_alike_and_eight_are_farther_apart() {
    assertThat(least(20, Vision.NORMAL)).isGreaterThan(5);
    assertThat(least(8, Vision.NORMAL)).isGreaterThan(8);
    for (Vision vision : Vision.values()) {
      assertThat(least(8, vision)).as(vision.name()).isGreaterThan(3);
    }
  }

  @Test
  void colours_are_measured_as_published() {
    Color black = new Color(0, 0, 0);
    Color white = new Color(255, 255, 255);

    assertThat(black.contrast(white)).isCloseTo(21, within(1e-9));
    // White has lightness 1 and no hue in OKLab, black lightness 0.
    assertThat(black.distance(white, Vision.NORMAL)).isCloseTo(100, within(1e-3));
    // WCAG's own example of the least grey on white that passes 4.5:1.
    assertThat(Color.of("#767676").contrast(white)).isCloseTo(4.54, within(0.01));
    assertThat(Color.of("#0a1b2c").hex()).isEqualTo("#0a1b2c");
    assertThat(Color.of(0x0a1b2c).rgb()).isEqualTo(0x0a1b2c);
    // sRGB red in OKLab, as its author gives it: lightness 0.628, chroma 0.2577, hue 29.23°.
    assertThat(Color.ofLightness(0.62796, 0.25768, Math.toRadians(29.234)).hex())
        .isEqualTo("#ff0000");
    assertThat(new Color(255, 0, 0).lightness())
        .usingComparatorWithPrecision(1e-3)
        .containsExactly(0.628, 0.2577, 0.5102);
    // No screen has so vivid a green: it keeps lightness and hue.
    double[] vivid = Color.ofLightness(0.6, 0.4, 2.5).lightness();
    assertThat(vivid[0]).isCloseTo(0.6, within(0.01));
    assertThat(vivid[2]).isCloseTo(2.5, within(0.02));
  }

  private static double least(int count, Vision vision) {
    List<Tone> tones = Tone.ofCategories(count);
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        Tone one = tones.get(a);
        Tone two = tones.get(b);
        least = Math.min(least, Color.of(one.light()).distance(Color.of(two.light()), vision));
        least = Math.min(least, Color.of(one.dark()).distance(Color.of(two.dark()), vision));
      }
    }
    return least;
  }
}
