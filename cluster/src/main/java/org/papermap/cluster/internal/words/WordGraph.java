package org.papermap.cluster.internal.words;

import java.util.Arrays;
import org.papermap.cluster.internal.text.PaperBlock;
import org.papermap.corpus.Corpus;
import org.papermap.math.TopK;

/// For each paper the papers that share most telling words with it, and how much: the cosine of
/// their [TermRows]. Papers without a word in common are no neighbors, so that some papers have
/// fewer than others, or none.
///
/// @param neighbors for each paper the rows of its neighbors, nearest first, ties by row
/// @param cosines to each of them, above 0
public record WordGraph(int[][] neighbors, float[][] cosines) {
  /// Neighbors of a paper at most.
  private static final int NEIGHBORS = 10;

  /// The same result for any number of threads.
  public static WordGraph of(Corpus corpus) {
    TermRows terms = TermRows.of(corpus);
    WordGraph found = new WordGraph(new int[terms.rows()][], new float[terms.rows()][]);
    PaperBlock.of(terms.rows())
        .forEach(block -> {
          float[] sums = new float[terms.rows()];
          int[] near = new int[terms.rows() + 1];
          for (int row = block.from(); row < block.to(); row++) {
            int size = terms.addCosines(row, sums, near);
            found.put(row, sums, near, size);
          }
        });
    for (int row = 0; row < terms.rows(); row++) {
      found.neighbors[row] = found.neighbors[terms.first(row)];
      found.cosines[row] = found.cosines[terms.first(row)];
    }
    return found;
  }

  /// Stores the nearest of the papers that were found, and clears their sums.
  private void put(int row, float[] sums, int[] near, int size) {
    TopK nearest = new TopK(Math.min(NEIGHBORS, sums.length - 1));
    for (int i = 0; i < size; i++) {
      if (near[i] != row) {
        nearest.offer(near[i], sums[near[i]]);
      }
      sums[near[i]] = 0;
    }
    double[] values = nearest.values();
    neighbors[row] = nearest.rows();
    cosines[row] = new float[values.length];
    for (int rank = 0; rank < values.length; rank++) {
      cosines[row][rank] = (float) values[rank];
    }
  }

  public int rows() {
    return neighbors.length;
  }

  /// The graph of some of the papers. Edges to others go to the papers that stand for them.
  ///
  /// @param rows the papers kept
  /// @param numbers for each paper the number, among the kept, of the one that stands for it
  public WordGraph among(int[] rows, int[] numbers) {
    WordGraph among = new WordGraph(new int[rows.length][], new float[rows.length][]);
    for (int i = 0; i < rows.length; i++) {
      int[] old = neighbors[rows[i]];
      int[] kept = new int[old.length];
      float[] keptCosines = new float[old.length];
      int size = 0;
      for (int rank = 0; rank < old.length; rank++) {
        int neighbor = numbers[old[rank]];
        if (neighbor != i && Arrays.stream(kept, 0, size).noneMatch(it -> it == neighbor)) {
          kept[size] = neighbor;
          keptCosines[size++] = cosines[rows[i]][rank];
        }
      }
      among.neighbors[i] = Arrays.copyOf(kept, size);
      among.cosines[i] = Arrays.copyOf(keptCosines, size);
    }
    return among;
  }
}
