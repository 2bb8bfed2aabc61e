package org.papermap.viz.internal.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.layout.Layout;

class TopicShapeTest {
  @Test
  void one_paper_is_outlined_by_the_circles_of_its_kernel() {
    Layout layout = Layout.of(new double[] {0, 0, 1, 1});

    TopicShape shape = TopicShape.of(layout, List.of(1));

    // A Gaussian of width 0.04 falls to 16 % at 0.04 · sqrt(2 ln(1 / 0.16)), to half at 1.1774 ·
    // 0.04.
    assertThat(shape.outer()).hasSize(1);
    assertThat(radii(shape.outer().getFirst(), 1, 1)).allSatisfy(r -> near(r, 0.0766));
    assertThat(radii(shape.core().getFirst(), 1, 1)).allSatisfy(r -> near(r, 0.0471));
    assertThat(shape.x()).isCloseTo(1, within(0.005));
    assertThat(shape.y()).isCloseTo(1, within(0.005));
  }

  @Test
  void outlines_close_within_the_grid_and_hold_most_papers() {
    Layout layout = cloud(200, 5);
    List<Integer> rows = IntStream.range(0, 200).boxed().toList();

    TopicShape shape = TopicShape.of(layout, rows);

    for (Ring ring : shape.outer()) {
      Box box = ring.box();
      assertThat(box.left()).isGreaterThan(-DensityGrid.MARGIN);
      assertThat(box.top()).isLessThan(1 + DensityGrid.MARGIN);
      for (int i = 0; i < ring.points(); i++) {
        int next = (i + 1) % ring.points();
        double step = Math.hypot(ring.x(i) - ring.x(next), ring.y(i) - ring.y(next));
        // Two points of a ring are on edges of one cell, whose diagonal is 0.0116.
        assertThat(step).isLessThan(0.0117);
      }
    }
    long held =
        rows.stream()
            .filter(row ->
                shape.outer().stream()
                    .anyMatch(ring -> ring.contains(layout.x(row), layout.y(row))))
            .count();
    assertThat(held).isGreaterThan(150);
  }

  @Test
  void a_stray_paper_draws_no_outline_and_moves_no_label() {
    List<Double> places = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 20; i++) {
      places.add(0.2 + 0.02 * random.nextGaussian());
      places.add(0.2 + 0.02 * random.nextGaussian());
    }
    places.addAll(List.of(1.0, 1.0, 0.0, 0.0));
    Layout layout = Layout.of(places.stream().mapToDouble(Double::doubleValue).toArray());

    TopicShape shape = TopicShape.of(layout, IntStream.range(0, 21).boxed().toList());

    assertThat(shape.outer()).hasSize(1);
    assertThat(shape.outer().getFirst().contains(1, 1)).isFalse();
    assertThat(shape.x()).isCloseTo(0.2, within(0.05));
    assertThat(shape.box().right()).isLessThan(0.4);
  }

  @Test
  void papers_in_one_place_have_a_shape() {
    TopicShape shape = TopicShape.of(Layout.of(new double[12]), List.of(0, 1, 2, 3, 4, 5));

    assertThat(shape.outer()).hasSize(1);
    assertThat(shape.gap(shape)).isZero();
  }

  /// Papers in tens, each ten around a place of its own.
  private static Layout cloud(int papers, long seed) {
    Random random = new Random(seed);
    double[] places = new double[2 * papers];
    double[] middle = new double[2];
    for (int i = 0; i < papers; i++) {
      if (i % 10 == 0) {
        middle[0] = random.nextDouble();
        middle[1] = random.nextDouble();
      }
      places[2 * i] = middle[0] + 0.05 * random.nextGaussian();
      places[2 * i + 1] = middle[1] + 0.05 * random.nextGaussian();
    }
    return Layout.of(places);
  }

  private static List<Double> radii(Ring ring, double x, double y) {
    return IntStream.range(0, ring.points())
        .mapToObj(i -> Math.hypot(ring.x(i) - x, ring.y(i) - y))
        .toList();
  }

  private static void near(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(0.001));
  }
}
