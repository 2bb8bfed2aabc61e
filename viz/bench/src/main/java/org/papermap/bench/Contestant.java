package org.papermap.bench;

import java.util.List;

/// One way from texts to vectors.
interface Contestant extends AutoCloseable {
  String name();

  /// The vectors of the texts, of any length.
  float[][] embed(List<String> texts) throws Exception;

  @Override
  void close() throws Exception;
}
