package org.papermap.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.papermap.evaluation.Judgments.RetrievalQuality;

class RankingMetricsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 1, "c", 2, "z", 0);

  @Test
  void gain_is_discounted_by_the_logarithm_of_the_rank() {
    // DCG = 1/log2(2) + 3/log2(4) = 2.5; the best is 3 + 2/log2(3) + 1/2.
    double best = 3 + 2 / (Math.log(3) / Math.log(2)) + 0.5;

    assertThat(RankingMetrics.ndcg(List.of("b", "z", "a"), GRADES, 10))
        .isCloseTo(2.5 / best, EXACT);
    assertThat(RankingMetrics.ndcg(List.of("a", "c", "b"), GRADES, 10)).isCloseTo(1, EXACT);
    // Of the first two alone: 1 of at most 3 + 2/log2(3).
    assertThat(RankingMetrics.ndcg(List.of("b", "z", "a"), GRADES, 2))
        .isCloseTo(1 / (best - 0.5), EXACT);
    assertThat(RankingMetrics.ndcg(List.of(), GRADES, 10)).isZero();
  }

  @Test
  void a_grade_below_zero_costs_nothing() {
    assertThat(RankingMetrics.ndcg(List.of("n", "a"), Map.of("a", 1, "n", -2), 10))
        .isCloseTo(Math.log(2) / Math.log(3), EXACT);
  }

  @Test
  void recall_is_the_share_that_was_found() {
    assertThat(RankingMetrics.recall(List.of("x", "a", "z", "b"), GRADES, 3))
        .isCloseTo(1 / 3.0, EXACT);
    assertThat(RankingMetrics.recall(List.of("x", "a", "z", "b"), GRADES, 4))
        .isCloseTo(2 / 3.0, EXACT);
  }

  @Test
  void average_precision_counts_what_was_not_found_as_zero() {
    // Relevant at ranks 1, 3 and never: (1/1 + 2/3 + 0) / 3.
    assertThat(RankingMetrics.averagePrecision(List.of("c", "x", "a"), GRADES, 100))
        .isCloseTo((1 + 2 / 3.0) / 3, EXACT);
    assertThat(RankingMetrics.averagePrecision(List.of("c", "x", "a"), GRADES, 2))
        .isCloseTo(1 / 3.0, EXACT);
  }

  @Test
  void where_nothing_is_relevant_no_ranking_is_good_or_bad() {
    assertThat(RankingMetrics.ndcg(List.of("a"), Map.of("a", 0), 10)).isNaN();
    assertThat(RankingMetrics.recall(List.of("a"), Map.of(), 10)).isNaN();
    assertThat(RankingMetrics.averagePrecision(List.of("a"), Map.of(), 10)).isNaN();
  }

  @Test
  void the_mean_is_over_judged_queries_alone() {
    Judgments judgments =
        Judgments.of(Map.of("q1", Map.of("a", 1), "q2", Map.of("b", 1), "q3", Map.of("c", 0)));

    RetrievalQuality quality =
        judgments.quality(
            Map.of("q1", List.of("a"), "q2", List.of("x"), "q3", List.of("c"), "q4", List.of("d")));

    assertThat(quality).isEqualTo(new RetrievalQuality(2, 0.5, 0.5, 0.5, 0.5));
    assertThat(judgments.quality(Map.of()).map()).isNaN();
  }
}
