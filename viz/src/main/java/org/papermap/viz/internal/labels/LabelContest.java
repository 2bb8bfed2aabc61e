package org.papermap.viz.internal.labels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.viz.internal.labels.LabelPlaces.Place;

/// Places labels that compete for room with each other and no others. Those that get bad places are
/// placed before the others in the next round (squeaky wheel, doi:10.1613/jair.561); the best round
/// counts.
///
/// @param choices for each label the places that it may have
/// @param weights for each label how much it matters to be seen early, 1 for the usual
/// @param least the scale from which on they are wanted
/// @param until the scale at which they go; infinite for most
record LabelContest(
    LabelKind kind, List<List<Place>> choices, List<Double> weights, double least, double until) {
  private static final int ROUNDS = 8;

  /// What a name costs that is not there from the beginning, as on a tablet.
  private static final double LATE = 3;

  /// What a topic or area without a name costs.
  private static final double NOT_NAMED = 400;

  /// The best place that is left for a label, and what it costs.
  private record Found(@Nullable MapLabel label, double cost) {}

  /// The labels that have a place, by number.
  List<MapLabel> solve() {
    double[] cheapest =
        choices.stream()
            .mapToDouble(places -> places.stream().mapToDouble(Place::cost).min().orElse(NOT_NAMED))
            .toArray();
    double[] trouble = new double[choices.size()];
    double lowest = Double.POSITIVE_INFINITY;
    List<MapLabel> best = List.of();
    for (int round = 0; round < ROUNDS; round++) {
      List<MapLabel> labels = new ArrayList<>();
      double sum = 0;
      for (int number : order(trouble)) {
        Found found = best(number, labels);
        double excess = found.cost - cheapest[number];
        sum += excess;
        trouble[number] += excess;
        if (found.label != null) {
          labels.add(found.label);
        }
      }
      if (sum < lowest - 1e-9) {
        lowest = sum;
        best = labels;
      }
    }
    return best.stream().sorted(Comparator.comparingInt(MapLabel::number)).toList();
  }

  /// Numbers from 0 on, those with the most trouble first.
  private static List<Integer> order(double[] trouble) {
    return IntStream.range(0, trouble.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer number) -> -trouble[number]))
        .toList();
  }

  private Found best(int number, List<MapLabel> others) {
    MapLabel best = null;
    double lowest = NOT_NAMED;
    for (Place place : choices.get(number)) {
      // A place that costs more even without its lateness need not be looked at.
      if (place.cost() >= lowest) {
        continue;
      }
      double from = MapLabels.clearance(place.box(), others, least);
      double cost = place.cost() + weights.get(number) * lateness(from);
      if (cost < lowest && from < Math.min(until, MapLabels.CLOSEST)) {
        lowest = cost;
        best = new MapLabel(kind, number, place.text(), place.box(), from, until);
      }
    }
    return new Found(best, lowest);
  }

  /// A name should be seen from the least scale on, and a topic's must be on a desk's whole map.
  private double lateness(double from) {
    double early = Math.max(least, LabelPlaces.PHONE);
    if (Double.isFinite(until)) {
      return 8 * from / until;
    }
    if (from <= early) {
      return 0;
    }
    double doublings = Math.log(from / early) / Math.log(2);
    return from <= LabelPlaces.DESK ? LATE + 6 * doublings : 60 + 30 * doublings;
  }
}
