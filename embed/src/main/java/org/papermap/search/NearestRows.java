package org.papermap.search;

import org.papermap.embed.EmbeddingMatrix;

/// The nearest rows to one, kept sorted while all are looked at.
final class NearestRows {
  private NearestRows() {}

  /// Writes the `k` rows nearest to `row` and their cosines, nearest first, at `row * k`.
  static void of(EmbeddingMatrix vectors, int row, int k, int[] neighbors, float[] cosines) {
    int from = row * k;
    int held = 0;
    for (int other = 0; other < vectors.rows(); other++) {
      if (other == row) {
        continue;
      }
      float cosine = vectors.cosine(row, other);
      if (held == k && !(cosine > cosines[from + k - 1])) {
        continue;
      }
      int place = from + Math.min(held, k - 1);
      while (place > from && cosine > cosines[place - 1]) {
        cosines[place] = cosines[place - 1];
        neighbors[place] = neighbors[place - 1];
        place--;
      }
      cosines[place] = cosine;
      neighbors[place] = other;
      held = Math.min(held + 1, k);
    }
  }
}
