package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
  private static final Offset<Float> ROUNDING = within(1e-5f);

  @Test
  void one_word_in_one_text_is_shrunk_by_the_penalty() {
    // x = 1, y = 3, penalty 2: the minimum of (w - 3)² + 2w² is at w = 1.
    SparseRows text = FullRows.sparse(new float[][] {{1}});

    float[][] found = RidgeRegression.fit(text, 1, new float[] {3}, 1, 2);

    assertThat(found[0][0]).isEqualTo(1, ROUNDING);
  }

  @Test
  void two_words_share_what_they_always_say_together() {
    // Both texts have both words: X = [[1 1] [1 1]], y = [2 4], penalty 1.
    // (X'X + I) w = X'y is [[3 2] [2 3]] w = [6 6], so w = [1.2 1.2].
    SparseRows both = FullRows.sparse(new float[][] {{1, 1}, {1, 1}});

    float[][] found = RidgeRegression.fit(both, 2, new float[] {2, 4}, 1, 1);

    assertThat(found[0][0]).isEqualTo(1.2f, ROUNDING);
    assertThat(found[1][0]).isEqualTo(1.2f, ROUNDING);
  }

  @Test
  void a_word_that_no_text_has_gets_nothing() {
    SparseRows text = FullRows.sparse(new float[][] {{1, 0}});

    float[][] found = RidgeRegression.fit(text, 2, new float[] {3}, 1, 1);

    assertThat(found[1][0]).isZero();
  }

  @Test
  void without_penalty_to_speak_of_it_finds_the_coefficients_that_made_the_target() {
    SplittableRandom random = new SplittableRandom(7);
    float[] truth = {1, -2, 0.5f, 3};
    float[][] texts = new float[50][truth.length];
    float[] target = new float[texts.length];
    for (int t = 0; t < target.length; t++) {
      for (int i = 0; i < truth.length; i++) {
        texts[t][i] = (float) random.nextDouble(-1, 1);
        target[t] += texts[t][i] * truth[i];
      }
    }

    float[][] found = RidgeRegression.fit(FullRows.sparse(texts), truth.length, target, 1, 1e-6f);

    for (int i = 0; i < truth.length; i++) {
      assertThat(found[i][0]).isEqualTo(truth[i], within(1e-3f));
    }
  }

  @Test
  void each_column_of_the_target_is_fitted_as_if_it_were_alone() {
    int columns = 100;
    SplittableRandom random = new SplittableRandom(3);
    float[][] bags = new float[20][7];
    float[] target = new float[bags.length * columns];
    for (int t = 0; t < bags.length; t++) {
      bags[t][t % 4] = 0.6f;
      bags[t][4 + t % 3] = 0.8f;
      for (int j = 0; j < columns; j++) {
        target[t * columns + j] = (float) random.nextDouble(-1, 1);
      }
    }

    SparseRows texts = FullRows.sparse(bags);
    float[][] together = RidgeRegression.fit(texts, 7, target, columns, 1);

    for (int j = 0; j < columns; j++) {
      float[] one = new float[20];
      for (int t = 0; t < 20; t++) {
        one[t] = target[t * columns + j];
      }
      float[][] alone = RidgeRegression.fit(texts, 7, one, 1, 1);
      for (int word = 0; word < 7; word++) {
        assertThat(together[word][j]).isEqualTo(alone[word][0]);
      }
    }
  }
}
