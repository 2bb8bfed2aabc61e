package org.papermap.viz.internal.colors;

import java.util.Arrays;

/// An sRGB colour, and how people see it.
///
/// @param red in [0, 255], as are `green` and `blue`
public record Color(int red, int green, int blue) {
  /// The colour that CSS writes as this.
  ///
  /// @param hex `#rrggbb`
  public static Color of(String hex) {
    return of(Integer.parseInt(hex, 1, hex.length(), 16));
  }

  /// The colour of a number `0xRRGGBB`.
  public static Color of(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  /// The colour of a lightness, a chroma and a hue in OKLab. Where the screen has no such colour it
  /// has less chroma.
  ///
  /// @param lightness in [0, 1]
  /// @param chroma at least 0; vivid colours have about 0.15
  /// @param hue an angle in radians
  public static Color ofLightness(double lightness, double chroma, double hue) {
    double c = chroma;
    double[] rgb = rgb(lightness, c, hue);
    while (c > 1e-4 && Arrays.stream(rgb).anyMatch(it -> it < -1e-4 || it > 1 + 1e-4)) {
      c *= 0.98;
      rgb = rgb(lightness, c, hue);
    }
    return new Color(channel(rgb[0]), channel(rgb[1]), channel(rgb[2]));
  }

  /// Linear sRGB; the inverse of [#oklab(Vision)].
  private static double[] rgb(double lightness, double chroma, double hue) {
    double a = chroma * Math.cos(hue);
    double b = chroma * Math.sin(hue);
    double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
    double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
    double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
    return new double[] {
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
    };
  }

  private static double cube(double value) {
    return value * value * value;
  }

  private static int channel(double linear) {
    double value = Math.clamp(linear, 0, 1);
    double coded = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
    return (int) Math.rint(255 * coded);
  }

  /// The number `0xRRGGBB`.
  public int rgb() {
    return red << 16 | green << 8 | blue;
  }

  /// As CSS writes it.
  public String hex() {
    return "#%02x%02x%02x".formatted(red, green, blue);
  }

  /// Relative luminance in [0, 1], as WCAG 2 defines it.
  double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  /// The contrast ratio of WCAG 2 with another colour, in [1, 21].
  double contrast(Color other) {
    double a = luminance() + 0.05;
    double b = other.luminance() + 0.05;
    return Math.max(a, b) / Math.min(a, b);
  }

  /// How far apart two colours look: Euclidean in OKLab times 100, so that 2 is just about
  /// noticeable.
  public double distance(Color other, Vision vision) {
    double[] a = oklab(vision);
    double[] b = other.oklab(vision);
    return 100 * Math.hypot(a[0] - b[0], Math.hypot(a[1] - b[1], a[2] - b[2]));
  }

  /// Lightness in [0, 1], chroma, and hue in radians, in OKLab.
  double[] lightness() {
    double[] lab = oklab(Vision.NORMAL);
    return new double[] {lab[0], Math.hypot(lab[1], lab[2]), Math.atan2(lab[2], lab[1])};
  }

  /// This colour a step of `share` in [0, 1] of the way to another, in sRGB.
  Color towards(Color other, double share) {
    return new Color(
        mix(red, other.red, share), mix(green, other.green, share), mix(blue, other.blue, share));
  }

  private static int mix(int from, int to, double share) {
    return (int) Math.rint(from + (to - from) * share);
  }

  /// OKLab by B. Ottosson, 2020 (https://bottosson.github.io/posts/oklab/).
  public double[] oklab(Vision vision) {
    double[] rgb = vision.see(linear(red), linear(green), linear(blue));
    double l = Math.cbrt(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
    double m = Math.cbrt(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
    double s = Math.cbrt(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
    return new double[] {
      0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
    };
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  /// Ordinary colour vision, and the three kinds in which one sort of cone is missing: matrices
  /// over linear RGB by Machado, Oliveira and Fernandes 2009 (doi:10.1109/TVCG.2009.113), severity
  /// 1.
  public enum Vision {
    NORMAL(1, 0, 0, 0, 1, 0, 0, 0, 1),
    DEUTAN(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    PROTAN(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    TRITAN(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final double[] matrix;

    Vision(double... matrix) {
      this.matrix = matrix;
    }

    private double[] see(double red, double green, double blue) {
      double[] seen = new double[3];
      for (int i = 0; i < 3; i++) {
        double value = matrix[3 * i] * red + matrix[3 * i + 1] * green + matrix[3 * i + 2] * blue;
        seen[i] = Math.clamp(value, 0, 1);
      }
      return seen;
    }
  }
}
