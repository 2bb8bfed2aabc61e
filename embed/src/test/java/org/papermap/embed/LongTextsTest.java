package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.papermap.embed.Embeddings.Truncation;
import org.papermap.embed.internal.engine.SampleTexts;
import org.papermap.embed.internal.engine.SentenceTransformer;
import org.papermap.embed.internal.engine.TestModels;
import org.papermap.math.UnitLength;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.LongTexts;
import org.papermap.vectors.EmbeddingMatrix;

/// Texts longer than the model's limit, on the real model.
class LongTextsTest {
  /// 254 tokens fill one window of 256; the text has one window and a half.
  private static final String FIRST = SampleTexts.words(254);

  private static final String LONG = SampleTexts.words(381);

  @Test
  void a_long_text_in_windows_has_the_mean_of_their_vectors() throws IOException {
    // The sample repeats seven words, so that the last 254 of 381 begin with the 127th (127 % 7 =
    // 1).
    String[] words = LONG.split(" ");
    String last = String.join(" ", List.of(words).subList(127, 381));
    float[][] parts = embed(LongTexts.TRUNCATE, FIRST, last);
    float[][] whole = embed(LongTexts.WINDOW, LONG, FIRST);

    double[] mean = new double[parts[0].length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (double) parts[0][j] + parts[1][j];
    }
    float[] expected = new float[mean.length];
    UnitLength.put(mean, expected, 0);
    assertThat(whole[0]).isEqualTo(expected);
    assertThat(whole[1]).isEqualTo(parts[0]);
  }

  @Test
  void what_is_read_in_full_differs_from_what_is_cut_and_from_windows() throws IOException {
    float[][] cut = embed(LongTexts.TRUNCATE, LONG, FIRST);
    float[][] full = embed(LongTexts.FULL, LONG, FIRST);

    assertThat(full[0]).isNotEqualTo(cut[0]).isNotEqualTo(embed(LongTexts.WINDOW, LONG)[0]);
    assertThat(full[1]).isEqualTo(cut[1]);
  }

  @Test
  void each_way_has_an_identity_that_leads_back_to_it() {
    for (LongTexts each : LongTexts.values()) {
      ModelSpec model = TestModels.MINILM.withLongTexts(each);
      String identity = model.identity();

      assertThat(TestModels.MINILM.like(identity)).isEqualTo(model);
      assertThat(TestModels.BGE.like(identity)).isEqualTo(TestModels.BGE);
    }
  }

  @Test
  void nothing_is_left_unread_in_windows() {
    Embeddings whole =
        Embeddings.whole(
            EmbeddingMatrix.of(new float[] {1, 0, 0, 1}, 2), new int[] {300, 20}, 256, 2);

    assertThat(whole.truncation()).isEqualTo(new Truncation(256, 2, 0, 320, 0));
  }

  private static float[][] embed(LongTexts way, String... texts) throws IOException {
    float[][] vectors = new float[texts.length][];
    try (SentenceTransformer model = TestModels.open(TestModels.MINILM.withLongTexts(way), 2)) {
      model.encode(
          List.of(texts),
          (rows, found, _) -> {
            for (int i = 0; i < rows.length; i++) {
              float[] vector = new float[384];
              System.arraycopy(found, i * 384, vector, 0, 384);
              vectors[rows[i]] = vector;
            }
          });
    }
    return vectors;
  }
}
