package org.papermap.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.cluster.ClusteringMethod.DensitySelection;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.real.RealPapers;
import org.papermap.vectors.EmbeddingMatrix;

class DenseRegionsTest {
  /// Two half circles of so many points each, one hooked into the other, on a small patch of the
  /// sphere; then points strewn over the patch.
  private static EmbeddingMatrix moons(int each, int strewn) {
    Random random = new Random(2);
    float[] values = new float[(2 * each + strewn) * 3];
    for (int row = 0; row < 2 * each + strewn; row++) {
      double angle = Math.PI * (row % each) / each;
      double x = row < each ? Math.cos(angle) : 1 - Math.cos(angle);
      double y = row < each ? Math.sin(angle) : 0.4 - Math.sin(angle);
      if (row >= 2 * each) {
        x = random.nextDouble(-3, 4);
        y = random.nextDouble(-3, 3);
      }
      values[3 * row] = (float) (0.2 * (x + 0.03 * random.nextGaussian()));
      values[3 * row + 1] = (float) (0.2 * (y + 0.03 * random.nextGaussian()));
      values[3 * row + 2] = 1;
    }
    return EmbeddingMatrix.normalized(values, 3);
  }

  private static Clustering regions(EmbeddingMatrix vectors, ClusteringMethod method) {
    return Clusterer.fit(vectors, NeighborGraph.exact(vectors, 15), method).topics();
  }

  // All pairs are compared for the first, near neighbors for the second.
  @ParameterizedTest
  @ValueSource(ints = {150, 700})
  void half_circles_are_found_whole_where_k_means_cuts_them(int each) {
    EmbeddingMatrix moons = moons(each, 0);
    Clustering truth = Clustering.of(IntStream.range(0, 2 * each).map(row -> row / each).toArray());

    Clustering found = regions(moons, new ClusteringMethod.Hdbscan(10, 5));
    Clustering cut = regions(moons, new ClusteringMethod.KMeans(TopicCount.of(2), 1));

    assertThat(Clustering.Agreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.97);
    assertThat(Clustering.Agreement.of(cut, truth).adjustedRandIndex()).isLessThan(0.7);
  }

  @Test
  void half_circles_are_found_whole_after_smoothing_too() {
    EmbeddingMatrix moons = moons(700, 0);
    Clustering truth = Clustering.of(IntStream.range(0, 1400).map(row -> row / 700).toArray());

    Clustering found =
        regions(
            moons, new ClusteringMethod.Hdbscan(50, 10, DensitySelection.EXCESS_OF_MASS, 2, 0.1));

    assertThat(Clustering.Agreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.95);
  }

  /// A ring around a heap on a small patch of the sphere.
  @Test
  void a_ring_and_what_it_encloses_are_apart_where_k_means_halves_them() {
    Random random = new Random(6);
    float[] values = new float[600 * 3];
    for (int row = 0; row < 600; row++) {
      double radius = row < 300 ? 0.3 + 0.01 * random.nextGaussian() : 0.05 * random.nextDouble();
      double angle = 2 * Math.PI * random.nextDouble();
      values[3 * row] = (float) (radius * Math.cos(angle));
      values[3 * row + 1] = (float) (radius * Math.sin(angle));
      values[3 * row + 2] = 1;
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 3);
    Clustering truth = Clustering.of(IntStream.range(0, 600).map(row -> row / 300).toArray());

    Clustering found = regions(vectors, new ClusteringMethod.Hdbscan(50, 5));
    Clustering cut = regions(vectors, new ClusteringMethod.KMeans(TopicCount.of(2), 1));

    assertThat(Clustering.Agreement.of(found, truth).adjustedRandIndex()).isGreaterThan(0.95);
    assertThat(Clustering.Agreement.of(cut, truth).adjustedRandIndex()).isLessThan(0.5);
  }

  /// Papers of eight subjects with much in common, so that their distances hardly differ.
  private static EmbeddingMatrix blurred(int papers) {
    Random random = new Random(8);
    int dimension = 64;
    float[] values = new float[papers * dimension];
    for (int row = 0; row < papers; row++) {
      for (int j = 0; j < dimension; j++) {
        values[row * dimension + j] = (float) random.nextGaussian();
      }
      values[row * dimension + row % 8] += 5;
    }
    return EmbeddingMatrix.normalized(values, dimension);
  }

  @Test
  void smoothing_brings_out_regions_that_the_vectors_as_they_are_do_not_have() {
    EmbeddingMatrix papers = blurred(1200);
    Clustering truth = Clustering.of(IntStream.range(0, 1200).map(row -> row % 8).toArray());

    Clustering plain = regions(papers, new ClusteringMethod.Hdbscan(12, 5));
    Clustering found = regions(papers, ClusteringMethod.Hdbscan.forPapers(1200));

    assertThat(Clustering.Agreement.of(plain, truth).adjustedMutualInformation()).isLessThan(0.6);
    assertThat(Clustering.Agreement.of(found, truth).adjustedMutualInformation())
        .isGreaterThan(0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.1})
  void noise_is_brought_down_to_a_share_by_taking_in_the_densest(double share) {
    EmbeddingMatrix papers = RealPapers.vectors();
    ClusteringMethod.Hdbscan method =
        new ClusteringMethod.Hdbscan(5, 4, DensitySelection.PERSISTENT, 0, 1);

    Clustering open = regions(papers, method);
    Clustering limited = regions(papers, method.withMaximumNoise(share));

    assertThat(open.noise()).isGreaterThan(20);
    assertThat(limited.noise()).isEqualTo((int) (share * papers.rows()));
    int[] kept =
        IntStream.range(0, papers.rows())
            .filter(row -> open.label(row) != Clustering.NOISE)
            .toArray();
    assertThat(Clustering.of(Arrays.stream(kept).map(limited::label).toArray()).labels())
        .isEqualTo(Clustering.of(Arrays.stream(kept).map(open::label).toArray()).labels());
    assertThat(limited.count()).isEqualTo(open.count());
  }

  @Test
  void a_share_that_is_none_is_refused() {
    ClusteringMethod.Hdbscan method = ClusteringMethod.Hdbscan.forPapers(91);

    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException().isThrownBy(() -> method.withMaximumNoise(share));
    }
  }

  @Test
  void strewn_points_are_noise() {
    EmbeddingMatrix vectors = moons(150, 40);

    Clustering found = regions(vectors, new ClusteringMethod.Hdbscan(15, 5));

    assertThat(found.count()).isEqualTo(2);
    assertThat(IntStream.range(300, 340).filter(row -> found.label(row) == Clustering.NOISE))
        .hasSizeGreaterThan(25);
    assertThat(IntStream.range(0, 300).filter(row -> found.label(row) == Clustering.NOISE))
        .hasSizeLessThan(15);
  }

  @Test
  void strengths_are_shares_and_noise_has_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0, -1}, new float[] {1, 0.5f}))
        .withMessageStartingWith("row 1: strength 0.5.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0}, new float[] {Float.NaN}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Clustering.of(new int[] {0, 1}, new float[] {1}));
  }
}
