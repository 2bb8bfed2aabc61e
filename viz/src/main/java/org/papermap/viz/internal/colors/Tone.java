package org.papermap.viz.internal.colors;

/// One hue as it is drawn in both themes: a mark is a dot or an outline and stands out from the
/// background by 3:1, an ink is text and stands out by 4.5:1 (WCAG 2.2, 1.4.11 and 1.4.3).
///
/// @param light the mark on the light background
/// @param dark the mark on the dark background
/// @param lightInk the text on the light background
/// @param darkInk the text on the dark background
public record Tone(String light, String dark, String lightInk, String darkInk) {
  /// The backgrounds that `css/tokens.css` sets.
  public static final Color LIGHT_BACKGROUND = Color.of("#fbfaf7");

  public static final Color DARK_BACKGROUND = Color.of("#14161a");

  /// A little above 4.5, since labels also stand on tinted topic outlines.
  private static final double INK_CONTRAST = 5.5;

  private static final Color BLACK = new Color(0, 0, 0);
  private static final Color WHITE = new Color(255, 255, 255);

  static Tone of(Color light, Color dark) {
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
