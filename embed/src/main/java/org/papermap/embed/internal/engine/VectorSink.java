package org.papermap.embed.internal.engine;

import java.io.IOException;

/// Receives vectors batch by batch, in the calling thread.
@FunctionalInterface
public interface VectorSink {
  /// @param rows the texts' rows
  /// @param vectors unit vectors, one after the other
  /// @param tokens the texts' numbers of tokens, without the limit
  void accept(int[] rows, float[] vectors, int[] tokens) throws IOException;
}
