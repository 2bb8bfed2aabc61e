package org.papermap.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;

class GrowthTest {
  private static final MapHistory.Fit FIT = new MapHistory.Fit(3, 0.4, 0.963);

  private static MapDescription.Quality trustworthiness(double value) {
    return new MapDescription.Quality(0.3, value, 0.9);
  }

  @Test
  void a_refit_is_due_when_places_have_lost_too_much_and_stays_due() {
    assertThat(Growth.refitDue(false, FIT, trustworthiness(0.957))).isEmpty();
    assertThat(Growth.refitDue(false, FIT, trustworthiness(0.956)))
        .contains("from 0.963 to 0.956", "--refit");
    assertThat(Growth.refitDue(true, FIT, trustworthiness(0.957)))
        .contains("from 0.963 to 0.957", "--refit");
  }
}
