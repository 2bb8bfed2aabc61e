package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.papermap.embed.internal.cache.ContentKey;
import org.papermap.math.UnitLength;

/// Takes no time: a text's vector has a random direction, which the text's hash decides.
public final class HashedTexts implements TextEncoder {
  static final int DIMENSION = 384;

  private static final int BATCH = 64;

  @Override
  public void encode(List<String> texts, VectorSink sink) throws IOException {
    for (int from = 0; from < texts.size(); from += BATCH) {
      int count = Math.min(BATCH, texts.size() - from);
      int[] rows = new int[count];
      int[] lengths = new int[count];
      float[] vectors = new float[count * DIMENSION];
      for (int i = 0; i < count; i++) {
        rows[i] = from + i;
        lengths[i] = texts.get(from + i).length();
        UnitLength.put(direction(texts.get(from + i)), vectors, i * DIMENSION);
      }
      sink.accept(rows, vectors, lengths);
    }
  }

  private static double[] direction(String text) {
    SplittableRandom random = new SplittableRandom(ContentKey.of(text).first());
    return random.doubles(DIMENSION, -1, 1).toArray();
  }

  @Override
  public void close() {}
}
