package org.papermap.viz.internal.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SvgPathTest {
  @Test
  void places_are_told_to_a_tenth_of_a_pixel() {
    SvgPath path = new SvgPath();
    path.moveTo(1, 20.04).curveTo(0.25, 7.95, -0.04, -12.3).close().dot(1000, -0.06);

    assertThat(path).hasToString("M1.0 20.0Q0.3 8.0 0.0 -12.3ZM1000.0 -0.1h0");
  }
}
