package org.papermap.embed.internal.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.papermap.neighbors.RandomVectors;
import org.papermap.search.PaperIndexContract;
import org.papermap.vectors.EmbeddingMatrix;

/// All scans choose what sorting all products in double gives.
class RowScanTest {
  private static List<RowScan> scans(EmbeddingMatrix vectors) {
    return List.of(new FloatRows(vectors), QuantizedRows.of(vectors));
  }

  private static void assertChooses(
      EmbeddingMatrix vectors, float[] query, int k, IntPredicate passes) {
    assertChoose(scans(vectors), vectors, query, k, passes);
  }

  private static void assertChoose(
      List<RowScan> scans, EmbeddingMatrix vectors, float[] query, int k, IntPredicate passes) {
    List<NearestRows.Near> expected =
        IntStream.range(0, vectors.rows())
            .filter(passes)
            .mapToObj(row ->
                new NearestRows.Near(row, PaperIndexContract.oracle(vectors.row(row), query)))
            .sorted(
                Comparator.comparingDouble((NearestRows.Near near) -> -near.similarity())
                    .thenComparingInt(NearestRows.Near::row))
            .limit(k)
            .toList();
    for (RowScan scan : scans) {
      assertThat(scan.nearest(query, k, passes)).as(scan.getClass().getName()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 32, 33, 384})
  void of_any_dimension_the_nearest_are_those_of_the_oracle(int dimension) {
    EmbeddingMatrix vectors = RandomVectors.of(3000, dimension, 1);
    EmbeddingMatrix queries = RandomVectors.of(20, dimension, 2);

    for (int query = 0; query < queries.rows(); query++) {
      assertChooses(vectors, queries.row(query), 10, _ -> true);
      assertChooses(vectors, queries.row(query), 10, row -> row % 7 == 3);
    }
  }

  @Test
  void a_thousand_queries_to_many_rows_are_answered_as_by_the_oracle() {
    EmbeddingMatrix vectors = RandomVectors.of(RowScan.MANY + 500, 48, 11);
    EmbeddingMatrix queries = RandomVectors.of(1000, 48, 12);
    List<RowScan> scans = scans(vectors);

    for (int query = 0; query < queries.rows(); query++) {
      assertChoose(scans, vectors, queries.row(query), 10, _ -> true);
    }
  }

  @Test
  void rows_that_differ_by_less_than_a_byte_can_tell_are_in_order() {
    // All within an angle of a thousandth, where codes are the same and floats alone differ.
    Random random = new Random(5);
    EmbeddingMatrix one = RandomVectors.of(1, 64, 3);
    float[] values = new float[4000 * 64];
    for (int i = 0; i < values.length; i++) {
      values[i] = one.row(0)[i % 64] + (float) random.nextGaussian() * 1e-4f;
    }

    assertChooses(EmbeddingMatrix.normalized(values, 64), one.row(0), 25, _ -> true);
  }

  @Test
  void rows_with_one_great_value_are_judged_by_the_others_too() {
    // A value far above the others leaves a byte little room for those.
    Random random = new Random(6);
    float[] values = new float[5000 * 48];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 48 == 7 ? 30 : (float) random.nextGaussian();
    }
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(values, 48);

    for (int query = 0; query < 20; query++) {
      assertChooses(vectors, vectors.row(query), 10, _ -> true);
    }
  }

  @Test
  void a_row_that_its_bytes_misjudge_as_far_as_they_can_is_found() {
    // 101 of 127 is a byte and has no error. 100.45 is taken for 100, all of which tells against
    // the row: its estimate is below the other's lower bound, and only its upper bound above.
    EmbeddingMatrix vectors = EmbeddingMatrix.normalized(new float[] {127, 101, 127, 100.45f}, 2);
    float[] query = EmbeddingMatrix.normalized(new float[] {127, 100}, 2).row(0);

    assertThat(vectors.dot(1, query)).isGreaterThan(vectors.dot(0, query));
    assertChooses(vectors, query, 1, _ -> true);
  }

  @Test
  void rows_in_rising_order_and_equal_ones_are_no_trouble() {
    EmbeddingMatrix random = RandomVectors.of(2500, 32, 8);
    float[] query = RandomVectors.of(1, 32, 9).row(0);
    List<Integer> rising = new ArrayList<>(IntStream.range(0, 2500).boxed().toList());
    rising.sort(Comparator.comparingDouble(row -> random.dot(row, query)));
    EmbeddingMatrix sorted = random.select(rising.stream().mapToInt(it -> it).toArray());
    EmbeddingMatrix same = random.select(new int[2500]);

    assertChooses(sorted, query, 10, _ -> true);
    assertChooses(same, query, 10, _ -> true);
  }

  @Test
  void as_many_as_there_are_or_none_may_be_asked_for() {
    EmbeddingMatrix vectors = RandomVectors.of(40, 16, 1);
    float[] query = vectors.row(3);

    assertChooses(vectors, query, 40, _ -> true);
    assertChooses(vectors, query, 99, _ -> true);
    assertChooses(vectors, query, 10, _ -> false);
    assertChooses(vectors, query, 10, row -> row == 39);
    assertChooses(vectors.select(), query, 10, _ -> true);
  }

  @Test
  void many_rows_are_scanned_as_bytes_where_that_is_faster() {
    EmbeddingMatrix many = RandomVectors.of(RowScan.MANY, 4, 1);

    // The tests run with the module; not every processor has vectors as long as that takes.
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    assertThat(RowScan.of(many))
        .isInstanceOf(QuantizedRows.worthwhile() ? QuantizedRows.class : FloatRows.class);
    assertThat(RowScan.of(many.select(1, 2))).isInstanceOf(FloatRows.class);
  }
}
