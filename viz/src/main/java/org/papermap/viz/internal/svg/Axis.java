package org.papermap.viz.internal.svg;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.LongStream;

/// An axis of a chart: from values to pixels, with ticks at round values.
///
/// @param low the value at `from`
/// @param high the value at `to`, above `low`
/// @param step between two ticks: 1, 2 or 5 times a power of ten
public record Axis(double low, double high, double step, double from, double to) {
  /// Ticks wanted; there will be half to twice as many.
  private static final int TICKS = 6;

  /// The axis that has room for these values between two places.
  public static Axis over(double[] values, double from, double to) {
    double low = Arrays.stream(values).min().orElse(0);
    double high = Arrays.stream(values).max().orElse(1);
    double span = high > low ? high - low : 1;
    double power = Math.pow(10, Math.floor(Math.log10(span / TICKS)));
    double wanted = span / TICKS / power;
    double step = power * (wanted < 1.5 ? 1 : wanted < 3.5 ? 2 : wanted < 7.5 ? 5 : 10);
    return new Axis(low - span / 20, low + span + span / 20, step, from, to);
  }

  public double place(double value) {
    return from + (to - from) * (value - low) / (high - low);
  }

  public double[] ticks() {
    return LongStream.rangeClosed((long) Math.ceil(low / step), (long) Math.floor(high / step))
        .mapToDouble(i -> i * step)
        .toArray();
  }

  /// A tick with as many digits as tell it from the next.
  public String written(double tick) {
    int digits = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%." + digits + "f", tick);
  }
}
