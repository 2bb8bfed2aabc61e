package org.papermap.map.internal;

/// Figures as files show them.
public final class Decimals {
  /// Four decimals tell all that a similarity or a share of papers can mean, and leave out the last
  /// bits, in which two processors may differ.
  private static final double STEPS = 10_000;

  private Decimals() {}

  public static double rounded(double value) {
    return Math.rint(value * STEPS) / STEPS;
  }
}
