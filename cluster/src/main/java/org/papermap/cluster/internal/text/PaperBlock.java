package org.papermap.cluster.internal.text;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Papers that one thread reads while others read others. What blocks tell is put together in their
/// order, so that it does not depend on threads.
///
/// @param from the row of the first paper
/// @param to the row after the last
public record PaperBlock(int from, int to) {
  /// Enough for the processors there are, and few enough to be put together quickly.
  private static final int BLOCKS = 16;

  /// The blocks of so many papers, in order, to be worked at side by side.
  public static Stream<PaperBlock> of(int papers) {
    return IntStream.range(0, BLOCKS)
        .parallel()
        .mapToObj(block -> new PaperBlock(start(block, papers), start(block + 1, papers)));
  }

  private static int start(int block, int papers) {
    return (int) ((long) block * papers / BLOCKS);
  }
}
