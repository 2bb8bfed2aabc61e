package org.papermap.viz.internal.colors;

import java.util.List;
import java.util.stream.IntStream;

/// One hue as it is drawn in both themes: a mark is a dot or an outline and stands out from the
/// background by 3:1, an ink is text and stands out by 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3).
///
/// @param light the mark on the light background
/// @param dark the mark on the dark background
/// @param lightInk the text on the light background
/// @param darkInk the text on the dark background
public record Tone(String light, String dark, String lightInk, String darkInk) {
  /// How light marks are on the light background, in OKLab: dark enough for 3:1 in every hue.
  public static final double[] LIGHTNESSES = {0.635, 0.575, 0.515, 0.455};

  /// A mark on the dark background is that much lighter than one on the light background.
  private static final double LIFT = 0.155;

  /// Of two categories that follow each other the hues are this far apart, so that those of any
  /// number of categories lie evenly around the circle.
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  private static final double FIRST_HUE = 4.4;
  private static final double MARK_CONTRAST = 3.05;

  /// The backgrounds that `css/tokens.css` sets.
  public static final Color LIGHT_BACKGROUND = Color.of("#fbfaf7");

  public static final Color DARK_BACKGROUND = Color.of("#14161a");

  /// A little above 4.5, since labels also stand on tinted topic outlines.
  private static final double INK_CONTRAST = 5.5;

  private static final Color BLACK = new Color(0, 0, 0);
  private static final Color WHITE = new Color(255, 255, 255);

  /// The tone of a hue.
  ///
  /// @param lightness of the mark on the light background, one of [#LIGHTNESSES]
  public static Tone of(double lightness, double chroma, double hue) {
    return of(Color.ofLightness(lightness, chroma, hue));
  }

  /// The tone of a mark on the light background, which becomes darker if it does not stand out.
  public static Tone of(Color mark) {
    double[] parts = mark.lightness();
    Color light = mark;
    for (double lightness = parts[0];
        light.contrast(LIGHT_BACKGROUND) < MARK_CONTRAST;
        lightness -= 0.005) {
      light = Color.ofLightness(lightness, parts[1], parts[2]);
    }
    Color dark = Color.ofLightness(parts[0] + LIFT, parts[1], parts[2]);
    for (double lightness = parts[0] + LIFT;
        dark.contrast(DARK_BACKGROUND) < MARK_CONTRAST;
        lightness += 0.005) {
      dark = Color.ofLightness(lightness, parts[1], parts[2]);
    }
    return of(light, dark);
  }

  /// Tones of categories that have no places on the map, the first the most distinct.
  public static List<Tone> ofCategories(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          double lightness = LIGHTNESSES[(1 + 2 * i + i / 4) % LIGHTNESSES.length];
          return of(lightness, 0.15, FIRST_HUE + i * GOLDEN_ANGLE);
        })
        .toList();
  }

  private static Tone of(Color light, Color dark) {
    return new Tone(
        light.hex(),
        dark.hex(),
        ink(light, LIGHT_BACKGROUND, BLACK).hex(),
        ink(dark, DARK_BACKGROUND, WHITE).hex());
  }

  /// The colour nearest to the mark that can be read.
  private static Color ink(Color mark, Color background, Color end) {
    for (int percent = 0; percent < 100; percent++) {
      Color ink = mark.towards(end, percent / 100.0);
      if (ink.contrast(background) >= INK_CONTRAST) {
        return ink;
      }
    }
    return end;
  }
}
