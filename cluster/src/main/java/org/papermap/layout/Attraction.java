package org.papermap.layout;

/// What draws a new paper to its place on a map: papers, each by its weight times 1 / (1 + *d*²),
/// as points are in t-SNE (van der Maaten and Hinton 2008, JMLR 9:2579), so that far ones hardly
/// count.
///
/// @param places of the papers, x and y in turn
/// @param weights of the papers, above 0
/// @param reach the distance at which a paper draws by half of its weight
record Attraction(double[] places, double[] weights, double reach) {
  /// After so many steps means move by far less than a pixel.
  private static final int STEPS = 50;

  /// The equilibrium with the greatest attraction, x and y.
  ///
  /// @param starts how many of the first papers are places to begin at, one or more
  double[] strongest(int starts) {
    double[] best = {places[0], places[1]};
    double most = 0;
    for (int start = 0; start < starts; start++) {
      double[] place = equilibrium(start);
      double attraction = at(place);
      if (attraction > most) {
        most = attraction;
        best = place;
      }
    }
    return best;
  }

  private double[] equilibrium(int start) {
    double[] place = {places[2 * start], places[2 * start + 1]};
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      double x = 0;
      double y = 0;
      for (int i = 0; i < weights.length; i++) {
        double nearness = nearness(i, place);
        double weight = weights[i] * nearness * nearness;
        sum += weight;
        x += weight * places[2 * i];
        y += weight * places[2 * i + 1];
      }
      place[0] = x / sum;
      place[1] = y / sum;
    }
    return place;
  }

  private double at(double[] place) {
    double attraction = 0;
    for (int i = 0; i < weights.length; i++) {
      attraction += weights[i] * nearness(i, place);
    }
    return attraction;
  }

  private double nearness(int i, double[] place) {
    double dx = (places[2 * i] - place[0]) / reach;
    double dy = (places[2 * i + 1] - place[1]) / reach;
    return 1 / (1 + dx * dx + dy * dy);
  }
}
