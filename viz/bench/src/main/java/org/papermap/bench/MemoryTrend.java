package org.papermap.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What a process held minute by minute, and whether that grew once it had settled.
final class MemoryTrend {
  /// A second half that grows by more than this share of its mean is taken for a leak. Smaller
  /// changes depend on the texts of the moment.
  private static final double TOLERATED = 0.03;

  /// Fewer measurements than this have no trend.
  private static final int FEWEST = 6;

  private final List<Long> megabytes = new ArrayList<>();

  /// Takes the measurement of a further minute.
  void add(long held) {
    megabytes.add(held);
  }

  private List<Long> secondHalf() {
    return megabytes.subList(megabytes.size() / 2, megabytes.size());
  }

  /// MB a minute over the second half: the median of the slopes between any two minutes (Theil and
  /// Sen, doi:10.2307/2285891), which a single full minute does not tilt. 0 of a single
  /// measurement.
  double slope() {
    List<Long> half = secondHalf();
    double[] slopes =
        IntStream.range(0, half.size())
            .boxed()
            .flatMap(later ->
                IntStream.range(0, later)
                    .mapToObj(
                        sooner -> (half.get(later) - half.get(sooner)) / (double) (later - sooner)))
            .mapToDouble(it -> it)
            .sorted()
            .toArray();
    return slopes.length == 0
        ? 0
        : (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2;
  }

  private static double mean(List<Long> values) {
    return values.stream().mapToLong(it -> it).average().orElse(0);
  }

  boolean isGrowing() {
    List<Long> half = secondHalf();
    return megabytes.size() >= FEWEST && slope() * (half.size() - 1) > TOLERATED * mean(half);
  }

  String verdict() {
    if (megabytes.size() < FEWEST) {
      return "memory: too few minutes to tell whether it grows";
    }
    return String.format(
        Locale.ROOT,
        "memory: %s, %+.1f MB a minute over the last %d minutes; %,d MB at most",
        isGrowing() ? "GROWING" : "flat",
        slope(),
        secondHalf().size(),
        megabytes.stream().mapToLong(it -> it).max().orElse(0));
  }
}
