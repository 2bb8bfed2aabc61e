package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.model.ModelSpec.Pooling;

class SentenceTransformerTest {
  private static SentenceTransformer miniLm;

  @BeforeAll
  static void open() {
    miniLm = TestModels.open(TestModels.MINILM, 2);
  }

  @AfterAll
  static void close() {
    miniLm.close();
  }

  @Test
  void cosines_are_those_of_the_published_model() throws IOException {
    // From the model's own page: the sentences of its widget.
    float[][] vectors =
        vectors(
            miniLm,
            List.of(
                SampleTexts.HAPPY,
                "That is a happy dog",
                "That is a very happy person",
                "Today is a sunny day"));

    assertThat(cosine(vectors[0], vectors[1])).isCloseTo(0.6946, within(1e-3));
    assertThat(cosine(vectors[0], vectors[2])).isCloseTo(0.9429, within(1e-3));
    assertThat(cosine(vectors[0], vectors[3])).isCloseTo(0.2569, within(1e-3));
  }

  @Test
  void every_awkward_text_gets_a_unit_vector() throws IOException {
    for (float[] vector : vectors(miniLm, SampleTexts.AWKWARD)) {
      assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void half_a_surrogate_pair_is_read_as_the_replacement_character() throws IOException {
    float[][] vectors = vectors(miniLm, List.of("a \ud83d b", "a \ufffd b", "a \ude42\ud83d b"));

    assertThat(vectors[0]).isEqualTo(vectors[1]);
    assertThat(cosine(vectors[2], vectors[2])).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void a_text_has_the_same_bits_alone_and_in_a_batch(Dtype dtype) throws IOException {
    TestModels.assumeKernelFor(dtype);
    assertSameBitsAloneAndInCompany(TestModels.MINILM.withDtype(dtype), LinearKernel.PREPACKED);
  }

  @Test
  void that_holds_for_the_portable_kernel_too() throws IOException {
    assertSameBitsAloneAndInCompany(TestModels.MINILM, LinearKernel.PORTABLE);
  }

  private static void assertSameBitsAloneAndInCompany(ModelSpec spec, LinearKernel kernel)
      throws IOException {
    List<String> texts = mixture();
    try (SentenceTransformer model = TestModels.open(spec, kernel, 2)) {
      float[][] together = vectors(model, texts);

      for (int i = 0; i < texts.size(); i++) {
        assertSameBits(vectors(model, List.of(texts.get(i)))[0], together[i], texts.get(i));
      }
    }
  }

  @Test
  void the_order_of_the_texts_does_not_change_a_bit() throws IOException {
    List<String> texts = mixture();
    List<Integer> order = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
    Collections.shuffle(order, new Random(5));
    float[][] plain = vectors(miniLm, texts);

    float[][] shuffled = vectors(miniLm, order.stream().map(texts::get).toList());

    for (int i = 0; i < texts.size(); i++) {
      assertSameBits(shuffled[i], plain[order.get(i)], texts.get(order.get(i)));
    }
  }

  @Test
  void the_number_of_threads_does_not_change_a_bit() throws IOException {
    List<String> texts = mixture();
    float[][] two = vectors(miniLm, texts);

    for (int threads : new int[] {1, 5}) {
      try (SentenceTransformer other = TestModels.open(TestModels.MINILM, threads)) {
        float[][] vectors = vectors(other, texts);
        for (int i = 0; i < texts.size(); i++) {
          assertSameBits(vectors[i], two[i], texts.get(i));
        }
      }
    }
  }

  @Test
  void tokens_are_counted_in_full_with_the_two_special_ones() throws IOException {
    int[] tokens =
        tokens(List.of("", SampleTexts.HAPPY, SampleTexts.words(254), SampleTexts.words(600)));

    assertThat(tokens).containsExactly(2, 7, 256, 602);
  }

  @Test
  void nothing_beyond_256_tokens_is_read_and_everything_up_to_there_is() throws IOException {
    String full = SampleTexts.words(254);
    float[][] vectors =
        vectors(
            miniLm, List.of(full, full + " zebra", full + " sunny day " + full, "zebra " + full));

    assertThat(vectors[1]).isEqualTo(vectors[0]);
    assertThat(vectors[2]).isEqualTo(vectors[0]);
    assertThat(vectors[3]).isNotEqualTo(vectors[0]);
    // Far behind the 128 of the tokenizer's own file.
    String changedAt200 =
        SampleTexts.words(200) + " zebra" + full.substring(SampleTexts.words(201).length());
    assertThat(vectors(miniLm, List.of(changedAt200))[0]).isNotEqualTo(vectors[0]);
  }

  @Test
  void no_texts_give_nothing() throws IOException {
    assertThat(vectors(miniLm, List.of())).isEmpty();
  }

  @Test
  void two_threads_may_ask_at_once() throws Exception {
    List<String> texts = mixture();
    float[][] expected = vectors(miniLm, texts);
    List<float[][]> results = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      threads.add(
          Thread.ofPlatform()
              .start(() -> {
                try {
                  results.add(vectors(miniLm, texts));
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              }));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(results).hasSize(3).allSatisfy(it -> assertThat(it).isDeepEqualTo(expected));
  }

  @Test
  void it_closes_twice_and_then_says_that_it_is_closed() {
    SentenceTransformer other = TestModels.open(TestModels.MINILM, 1);
    other.close();
    other.close();

    assertThatThrownBy(() -> vectors(other, List.of("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void a_dimension_that_is_not_the_models_is_named() {
    ModelSpec wrong =
        new ModelSpec(
            "wrong",
            TestModels.MINILM.weights(),
            TestModels.MINILM.tokenizer(),
            128,
            256,
            Pooling.MEAN,
            "",
            "",
            "Apache-2.0");

    assertThatThrownBy(() -> TestModels.open(wrong, 1))
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("384")
        .hasMessageContaining("dimension 128");
  }

  private static void assertSameBits(float[] found, float[] expected, String text) {
    assertThat(Arrays.equals(found, expected)).as("vector of \"%s\"", text).isTrue();
  }

  /// Lengths 2 to 256, with many of each short length.
  private static List<String> mixture() {
    List<String> texts = new ArrayList<>(SampleTexts.AWKWARD);
    texts.addAll(List.of("graph", "image", "data", "model of", "the data"));
    for (int i = 0; i < 40; i++) {
      texts.add(SampleTexts.words(1 + i % 9) + " " + i);
    }
    // As many tokens as there are rows about where the engine changes its routine.
    for (int words : new int[] {12, 20, 33, 38, 61, 76, 77, 78, 79, 80, 81, 82, 84, 130}) {
      for (int i = 0; i < 3; i++) {
        texts.add(SampleTexts.words(words) + " " + i);
      }
    }
    return texts;
  }

  private static float[][] vectors(SentenceTransformer model, List<String> texts)
      throws IOException {
    float[][] result = new float[texts.size()][];
    model.encode(
        texts,
        (rows, vectors, _) -> {
          int dimension = vectors.length / rows.length;
          for (int i = 0; i < rows.length; i++) {
            result[rows[i]] = Arrays.copyOfRange(vectors, i * dimension, (i + 1) * dimension);
          }
        });
    return result;
  }

  private static int[] tokens(List<String> texts) throws IOException {
    int[] result = new int[texts.size()];
    miniLm.encode(
        texts,
        (rows, _, tokens) -> {
          for (int i = 0; i < rows.length; i++) {
            result[rows[i]] = tokens[i];
          }
        });
    return result;
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += (double) a[j] * b[j];
    }
    return sum;
  }
}
