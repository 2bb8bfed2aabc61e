package org.papermap.embed.internal.cache;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a cache has, by the texts' keys.
public final class CachedVectors {
  private CachedVectors() {}

  /// A text's vector and its length in tokens.
  @SuppressWarnings("ArrayRecordComponent") // taken apart, never compared
  record CachedVector(float[] vector, int tokens) {}

  /// The vectors of those of these texts that have one.
  public static Map<ContentKey, CachedVector> find(
      EmbeddingCache cache, int dimension, List<ContentKey> keys) throws IOException {
    float[] vectors = new float[keys.size() * dimension];
    int[] tokens = new int[keys.size()];
    cache.read(keys, vectors, tokens);
    Map<ContentKey, CachedVector> found = new HashMap<>();
    for (int i = 0; i < tokens.length; i++) {
      float[] vector = Arrays.copyOfRange(vectors, i * dimension, (i + 1) * dimension);
      if (tokens[i] != EmbeddingCache.ABSENT) {
        found.put(keys.get(i), new CachedVector(vector, tokens[i]));
      }
    }
    return found;
  }
}
