package org.papermap.cluster.internal.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A range of papers that one thread reads. The results of all blocks are joined in their order, so
/// that they do not depend on threads.
///
/// @param from the row of the first paper
/// @param to the row after the last
public record PaperBlock(int from, int to) {
  /// Enough for all processors, and few enough to be joined quickly.
  private static final int BLOCKS = 16;

  /// The blocks of this number of papers, in order, as a parallel stream.
  public static Stream<PaperBlock> of(int papers) {
    return IntStream.range(0, BLOCKS)
        .parallel()
        .mapToObj(block -> new PaperBlock(start(block, papers), start(block + 1, papers)));
  }

  private static int start(int block, int papers) {
    return (int) ((long) block * papers / BLOCKS);
  }
}
