package org.papermap.search;

import org.apache.lucene.codecs.Codec;

/// Lucene finds its parts by lists in `META-INF/services`. A program that is packed into one jar
/// may lose some of these lists.
final class LuceneParts {
  private LuceneParts() {}

  /// @throws IllegalStateException if the lists are not there
  static void require() {
    try {
      Codec _ = Codec.getDefault();
    } catch (LinkageError | IllegalArgumentException e) {
      throw new IllegalStateException(
          "Lucene: its parts are not in META-INF/services of this program. Merge these files when"
              + " packing all into one jar (Maven Shade: ServicesResourceTransformer; Gradle"
              + " Shadow: mergeServiceFiles).",
          e);
    }
  }
}
