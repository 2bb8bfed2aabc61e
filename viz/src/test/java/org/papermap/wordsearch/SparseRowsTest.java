package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparseRowsTest {
  private static final float[][] DENSE = {{0, 1, 2}, {0, 0, 0}, {3, 0, 4}};

  @Test
  void zeros_are_left_out() {
    SparseRows rows = FullRows.sparse(DENSE);

    assertThat(rows.size()).isEqualTo(3);
    assertThat(rows.entries()).isEqualTo(4);
    assertThat(dense(rows, 3)).isDeepEqualTo(DENSE);
  }

  @Test
  void columns_become_rows() {
    float[][] transposed = {{0, 0, 3}, {1, 0, 0}, {2, 0, 4}, {0, 0, 0}};

    assertThat(dense(FullRows.sparse(DENSE).transposed(4), 3)).isDeepEqualTo(transposed);
  }

  @Test
  void some_rows_may_follow_others() {
    SparseRows rows = FullRows.sparse(DENSE).followedBy(FullRows.sparse(DENSE), 2, 0);

    assertThat(dense(rows, 3))
        .isDeepEqualTo(new float[][] {DENSE[0], DENSE[1], DENSE[2], DENSE[2], DENSE[0]});
  }

  @Test
  void some_columns_may_stand_alone() {
    SparseRows rows = FullRows.sparse(DENSE).only(0, 2);

    assertThat(dense(rows, 2)).isDeepEqualTo(new float[][] {{0, 2}, {0, 0}, {3, 4}});
  }

  private static float[][] dense(SparseRows rows, int columns) {
    float[][] dense = new float[rows.size()][columns];
    for (int row = 0; row < dense.length; row++) {
      for (int at = rows.start(row); at < rows.end(row); at++) {
        dense[row][rows.column(at)] = rows.value(at);
      }
    }
    return dense;
  }
}
