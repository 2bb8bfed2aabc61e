package org.papermap.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.papermap.layout.FittedLayout.Placement;
import org.papermap.layout.Layout.Movement;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

/// New papers on a finished map, and maps made after an earlier one.
class FittedLayoutTest {
  private static final EmbeddingMatrix PAPERS = RealPapers.vectors();

  private static Layout fit(EmbeddingMatrix vectors) {
    return LayoutFitter.fit(
        vectors, NeighborGraph.exact(vectors, 15), LayoutMethod.Tsne.defaults());
  }

  private static double distance(Placement place, Layout layout, int row) {
    return Math.hypot(place.x() - layout.x(row), place.y() - layout.y(row));
  }

  @Test
  void a_copy_of_a_paper_is_placed_upon_it() {
    Layout layout = fit(PAPERS);

    List<Placement> places = FittedLayout.of(PAPERS, layout).place(PAPERS);

    for (int row = 0; row < 91; row++) {
      assertThat(distance(places.get(row), layout, row)).isLessThan(0.02);
    }
  }

  @Test
  void papers_left_out_are_placed_among_their_neighbors() {
    // Given a map without every seventh paper
    int[] kept = IntStream.range(0, 91).filter(row -> row % 7 != 0).toArray();
    int[] left = IntStream.range(0, 91).filter(row -> row % 7 == 0).toArray();
    EmbeddingMatrix old = PAPERS.select(kept);
    Layout layout = fit(old);

    // When they are placed
    List<Placement> places = FittedLayout.of(old, layout).place(PAPERS.select(left));

    // Then most are nearer to their nearest paper than papers on average are to each other
    double sum = 0;
    double confidence = 0;
    for (int i = 0; i < left.length; i++) {
      float[] vector = PAPERS.row(left[i]);
      int nearest =
          IntStream.range(0, old.rows())
              .boxed()
              .max((a, b) -> Double.compare(old.dot(a, vector), old.dot(b, vector)))
              .orElseThrow();
      sum += distance(places.get(i), layout, nearest) / left.length;
      confidence += places.get(i).confidence() / left.length;
    }
    assertThat(sum).isLessThan(0.25);
    // Fitted papers keep .59 of theirs.
    assertThat(confidence).isBetween(0.4, 0.8);
  }

  @Test
  void a_paper_between_two_far_places_is_trusted_less_than_one_in_a_group() {
    // Given two groups of ten directions, far apart in the embedding and on the map
    float[] values = new float[2 * 20];
    double[] map = new double[2 * 20];
    for (int row = 0; row < 20; row++) {
      double angle = Math.toRadians(row < 10 ? row : 80 + row);
      values[2 * row] = (float) Math.cos(angle);
      values[2 * row + 1] = (float) Math.sin(angle);
      map[2 * row] = row < 10 ? row * 0.01 : 1 + row * 0.01;
    }
    FittedLayout fitted = FittedLayout.of(EmbeddingMatrix.of(values, 2), Layout.of(map));

    // When
    Placement within = fitted.place(direction(4.6));
    Placement between = fitted.place(direction(49.5));

    // Then
    assertThat(within.x()).isLessThan(0.1f);
    assertThat(within.confidence()).isGreaterThan(0.9);
    assertThat(between.confidence()).isLessThan(0.7);
  }

  private static float[] direction(double degrees) {
    return new float[] {
      (float) Math.cos(Math.toRadians(degrees)), (float) Math.sin(Math.toRadians(degrees))
    };
  }

  @Test
  void one_paper_is_enough_and_none_is_refused() {
    EmbeddingMatrix one = PAPERS.select(0);

    Placement place = FittedLayout.of(one, Layout.of(new double[2])).place(PAPERS.row(1));

    assertThat(place).isEqualTo(new Placement(0.5f, 0.5f, 1));
    assertThatThrownBy(() -> FittedLayout.of(PAPERS.select(), Layout.of(new double[0])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<LayoutMethod> methods() {
    return List.of(
        LayoutMethod.Tsne.defaults(), LayoutMethod.Umap.defaults(), new LayoutMethod.Pca());
  }

  @ParameterizedTest
  @MethodSource("methods")
  void a_map_of_more_papers_resembles_the_earlier_one(LayoutMethod method) {
    // Given a map of 80 papers
    int[] kept = IntStream.range(11, 91).toArray();
    EmbeddingMatrix some = PAPERS.select(kept);
    Layout earlier = LayoutFitter.fit(some, NeighborGraph.exact(some, 15), method);
    NeighborGraph graph = NeighborGraph.exact(PAPERS, 15);
    int[] rows = IntStream.range(0, 91).map(row -> row < 11 ? -1 : row - 11).toArray();

    // When eleven more come to it
    Layout refit = LayoutFitter.refit(PAPERS, graph, method, earlier, rows);

    // Then most papers stay where they were, and the map is no worse for it
    double[] moved =
        IntStream.range(11, 91)
            .mapToDouble(row ->
                Math.hypot(refit.x(row) - earlier.x(row - 11), refit.y(row) - earlier.y(row - 11)))
            .sorted()
            .toArray();
    // The median was .17 of the map's side for components, and less than .1 for UMAP, whose papers
    // are held. For t-SNE it is .05 here, and .02 on average over eight such sets of papers, .04 at
    // the most; papers drawn by lot would be .5 apart.
    assertThat(moved[40])
        .isLessThan(
            switch (method) {
              case LayoutMethod.Tsne _ -> 0.07;
              case LayoutMethod.Umap _ -> 0.1;
              case LayoutMethod.SmileUmap _, LayoutMethod.Pca _ -> 0.25;
            });
    assertThat(LayoutQuality.of(PAPERS, graph, refit).trustworthiness())
        .isGreaterThan(
            LayoutQuality.of(PAPERS, graph, LayoutFitter.fit(PAPERS, graph, method))
                    .trustworthiness()
                - 0.03);
  }

  @Test
  void movement_is_counted_over_papers_of_both_maps_in_shares_of_the_side() {
    Layout earlier = Layout.of(new double[] {0, 0, 10, 0, 10, 10, 0, 10});
    Layout later = Layout.of(new double[] {0, 0, 9, 0, 10, 10, 3, 6});

    // The third and the first are where they were, the fourth is .3 and .4 off, the second is new
    Movement movement = Movement.of(earlier, new int[] {0, -1, 2, 3}, later);

    assertThat(movement.papers()).isEqualTo(3);
    assertThat(movement.median()).isZero();
    assertThat(Movement.of(earlier, new int[] {-1, -1, -1, 3}, later).ninetieth())
        .isCloseTo(0.5, within(1e-4));
    assertThat(Movement.of(earlier, new int[] {-1, -1, -1, -1}, later))
        .isEqualTo(new Movement(0, 0, 0));
  }

  @Test
  void a_turned_and_mirrored_map_is_turned_back() {
    Layout earlier = fit(PAPERS);
    double[] turned = new double[2 * 91];
    for (int row = 0; row < 91; row++) {
      turned[2 * row] = 3 * earlier.y(row) + 7;
      turned[2 * row + 1] = 3 * earlier.x(row) - 1;
    }

    double[] back = new EarlierLayout(earlier, IntStream.range(0, 91).toArray()).align(turned);

    Layout again = Layout.of(back);
    for (int row = 0; row < 91; row++) {
      assertThat(again.x(row)).isCloseTo(earlier.x(row), within(1e-4f));
      assertThat(again.y(row)).isCloseTo(earlier.y(row), within(1e-4f));
    }
  }

  @Test
  void without_a_paper_in_common_it_is_a_map_of_its_own() {
    int[] none = new int[91];
    Arrays.fill(none, -1);

    assertThat(
            LayoutFitter.refit(
                PAPERS,
                NeighborGraph.exact(PAPERS, 15),
                LayoutMethod.Tsne.defaults(),
                Layout.of(new double[0]),
                none))
        .isEqualTo(fit(PAPERS));
  }
}
