package org.papermap.bench;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// Something that finds the nearest papers to a vector.
interface LookupEngine extends Closeable {
  String name();

  /// The ids of the nearest, nearest first.
  List<String> nearest(float[] query, int k) throws IOException;

  /// Bytes on disk.
  default long disk() {
    return 0;
  }
}
