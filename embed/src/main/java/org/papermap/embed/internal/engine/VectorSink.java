package org.papermap.embed.internal.engine;

import java.io.IOException;

/// Takes vectors as they are made, a batch at a time, in the thread that asked for them.
@FunctionalInterface
public interface VectorSink {
  /// @param rows which of the texts these are
  /// @param vectors their unit vectors, one after the other
  /// @param tokens their lengths in full
  void accept(int[] rows, float[] vectors, int[] tokens) throws IOException;
}
