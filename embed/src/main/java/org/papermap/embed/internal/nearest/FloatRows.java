package org.papermap.embed.internal.nearest;

import java.util.List;
import java.util.function.IntPredicate;
import org.papermap.vectors.EmbeddingMatrix;

/// Compares with each row in floats.
record FloatRows(EmbeddingMatrix vectors) implements RowScan {
  @Override
  public List<NearestRows.Near> nearest(float[] unit, int k, IntPredicate passes) {
    float[] rough = new float[vectors.rows()];
    for (int row = 0; row < rough.length; row++) {
      rough[row] = passes.test(row) ? vectors.similarity(row, unit) : Float.NEGATIVE_INFINITY;
    }
    return NearestRows.choose(rough, k, vectors.dimension(), row -> vectors.dot(row, unit));
  }
}
