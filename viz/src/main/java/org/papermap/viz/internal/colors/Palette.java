package org.papermap.viz.internal.colors;

import java.util.ArrayList;
import java.util.List;
import org.papermap.viz.internal.colors.Color.Vision;

/// Twenty hues that stay apart for readers with any colour vision, the most distinct first.
///
/// They come from a search over OKLab that maximises the smallest distance between any two, in both
/// themes at once, for normal, deutan, protan and tritan vision, with normal vision weighted twice;
/// every mark has 3:1 contrast with its background. A dark mark is its light one lifted by 0.15 in
/// lightness. No twenty hues are safe by colour alone, so the map also names topics directly,
/// outlines them, and isolates one on a click in the legend.
public final class Palette {
  private static final List<String> LIGHT =
      List.of(
          "#4369a2", "#bb6802", "#335a00", "#36a275", "#ba6fd1", "#700e99", "#b60152", "#0024d7",
          "#996078", "#794bd5", "#504474", "#bc28a4", "#746208", "#86155c", "#858449", "#578db2",
          "#874035", "#1e6c5a", "#452cb4", "#bb8367");

  private static final List<String> DARK =
      List.of(
          "#7297ce", "#e99953", "#5e853c", "#73d1a5", "#e8a1fe", "#9b4ec4", "#e6537e", "#2965ff",
          "#c78fa5", "#a47fff", "#7a6f9f", "#eb67d1", "#a08f4a", "#b34d86", "#b2b27b", "#89bbdf",
          "#b46d62", "#569886", "#6b62df", "#e9b398");

  private static final double[][] DISTANCES = distances();

  private Palette() {}

  /// How many hues there are.
  public static int size() {
    return LIGHT.size();
  }

  /// The hue of a mark on the light background, or −1.
  public static int hue(String light) {
    return LIGHT.indexOf(light);
  }

  public static Color light(int hue) {
    return Color.of(LIGHT.get(hue));
  }

  static Color dark(int hue) {
    return Color.of(DARK.get(hue));
  }

  public static Tone tone(int hue) {
    return Tone.of(light(hue), dark(hue));
  }

  /// The first `count` hues, from the start again beyond the twentieth.
  public static List<Tone> tones(int count) {
    List<Tone> tones = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tones.add(tone(i % size()));
    }
    return tones;
  }

  /// How far apart two hues look to the reader and in the theme for which they are closest; 0 for a
  /// hue and itself. Two shades of one hue count as close, since a reader takes them for related.
  public static double distance(int hue, int other) {
    return DISTANCES[hue][other];
  }

  private static double distance(Color color, Color other) {
    double least = color.hueDistance(other);
    for (Vision vision : Vision.values()) {
      least = Math.min(least, color.distance(other, vision));
    }
    return least;
  }

  private static double[][] distances() {
    double[][] distances = new double[size()][size()];
    for (int a = 0; a < size(); a++) {
      for (int b = 0; b < size(); b++) {
        distances[a][b] = Math.min(distance(light(a), light(b)), distance(dark(a), dark(b)));
      }
    }
    return distances;
  }
}
