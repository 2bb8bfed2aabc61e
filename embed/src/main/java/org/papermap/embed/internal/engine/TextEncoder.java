package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.List;

/// A running model: from texts with their prefixes to vectors.
public interface TextEncoder extends AutoCloseable {
  /// Hands each text's vector to `sink`, once, in any order.
  void encode(List<String> texts, VectorSink sink) throws IOException;

  @Override
  void close();

  /// Opens an encoder when one is needed.
  @FunctionalInterface
  interface Opener {
    TextEncoder open() throws IOException;
  }
}
