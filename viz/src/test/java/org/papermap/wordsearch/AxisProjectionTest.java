package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.papermap.vectors.EmbeddingMatrix;

class AxisProjectionTest {
  /// Points on an arc: widest along y, less wide along x, and without any width along z.
  private static EmbeddingMatrix arc() {
    float[] values = new float[21 * 3];
    for (int i = 0; i < 21; i++) {
      double angle = (i - 10) * 0.05;
      values[3 * i] = (float) Math.cos(angle);
      values[3 * i + 1] = (float) Math.sin(angle);
    }
    return EmbeddingMatrix.of(values, 3);
  }

  @Test
  void the_first_axis_is_the_widest() {
    AxisProjection axes = AxisProjection.of(arc(), 1);

    float[] places = axes.project(arc());

    for (int i = 0; i < 21; i++) {
      assertThat(Math.abs(places[i])).isEqualTo((float) Math.abs(arc().row(i)[1]), within(1e-6f));
    }
  }

  @Test
  void all_axes_keep_all_distances() {
    AxisProjection axes = AxisProjection.of(arc(), 3);

    float[] places = axes.project(arc());

    double squared = 0;
    double expected = 0;
    for (int j = 0; j < 3; j++) {
      squared += Math.pow(places[j] - places[60 + j], 2);
      expected += Math.pow(arc().row(0)[j] - arc().row(20)[j], 2);
    }
    assertThat(squared).isEqualTo(expected, within(1e-6));
  }

  @Test
  void an_axis_without_width_places_everything_at_zero() {
    float[] places = AxisProjection.of(arc(), 3).project(arc());

    for (int i = 0; i < 21; i++) {
      assertThat(places[3 * i + 2]).isZero();
    }
  }

  @Test
  void rounding_errors_make_no_axes() {
    // Four vectors lie in a space of three dimensions around their mean, whatever that is.
    EmbeddingMatrix few =
        EmbeddingMatrix.normalized(
            new float[] {9, 1, 2, 3, 1, 8, 1, 2, 5, 9, 7, 2, 3, 1, 4, 8, 2, 1, 7, 5}, 5);

    float[] places = AxisProjection.of(few, 5).project(few);

    for (int i = 0; i < 4; i++) {
      assertThat(places[5 * i + 2]).isNotZero();
      assertThat(places[5 * i + 3]).isZero();
      assertThat(places[5 * i + 4]).isZero();
    }
  }

  @Test
  void equal_vectors_have_no_axes_to_lie_along() {
    EmbeddingMatrix equal = EmbeddingMatrix.of(new float[] {1, 0, 1, 0, 1, 0}, 2);

    assertThat(AxisProjection.of(equal, 2).project(equal)).containsOnly(0);
  }
}
