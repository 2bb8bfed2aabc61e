package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.corpus.Paper;
import org.papermap.embed.CacheInventory;
import org.papermap.embed.Embedder;
import org.papermap.embed.internal.weights.KernelTrial;
import org.papermap.embed.internal.weights.LinearKernel;
import org.papermap.files.InputException;
import org.papermap.model.ModelCatalog;
import org.papermap.model.ModelSpec;
import org.papermap.model.ModelSpec.Dtype;
import org.papermap.search.PaperIndex;
import org.papermap.search.PaperIndexWriter;

class KernelChoiceTest {
  private static final String PROPERTY = "papermap.kernel";

  /// What the engine says where a processor has AVX2 and nothing newer.
  private static final String AVX2_ALONE =
      "mkldnn_reorder_linear_weight: bf16 path needs the cpu support avx_ne_convert"
          + " or avx512bw, avx512vl and avx512dq";

  private static final KernelChoice.Comparison ON_AVX2_ALONE =
      dtype -> {
        if (dtype == Dtype.BFLOAT16) {
          throw new NetworkException(AVX2_ALONE, new IOException());
        }
        return 1e-7;
      };

  private static final Processor GAINS = new Processor("AuthenticAMD", "", Set.of("avx512_bf16"));
  private static final Processor GAINS_NOTHING =
      new Processor("GenuineIntel", "", Set.of("avx512f", "avx512_bf16"));

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void a_kernel_that_agrees_is_chosen_and_that_is_kept(Dtype dtype) throws IOException {
    TestModels.assumeKernelFor(dtype);

    assertThat(KernelChoice.of(folder, dtype))
        .isEqualTo(new KernelChoice(dtype, LinearKernel.PREPACKED, ""));
    List<String> answers = answers();
    assertThat(answers.getLast()).endsWith(" prepacked");

    KernelChoice.of(folder, dtype);
    assertThat(answers()).isEqualTo(answers);
  }

  @Test
  void nothing_of_the_trial_is_left_behind() throws IOException {
    KernelChoice.of(folder, Dtype.FLOAT32);

    try (var files = Files.list(folder)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrder("kernels.txt", "kernels.txt.lock");
    }
  }

  @Test
  void a_processor_without_16_bit_kernels_calculates_in_32_and_says_why() throws IOException {
    KernelChoice choice = choice(Dtype.BFLOAT16, ON_AVX2_ALONE);

    assertThat(choice.dtype()).isEqualTo(Dtype.FLOAT32);
    assertThat(choice.kernel()).isEqualTo(LinearKernel.PREPACKED);
    assertThat(choice.reason())
        .isEqualTo("no kernel for bfloat16 on this processor: " + AVX2_ALONE);
    assertThat(choice.calculated(TestModels.MINILM.withDtype(Dtype.BFLOAT16)))
        .isEqualTo(TestModels.MINILM);
    assertThat(choice(Dtype.FLOAT32, ON_AVX2_ALONE).reason()).isEmpty();
  }

  @Test
  void a_processor_that_is_not_faster_in_16_bits_calculates_in_32_and_says_so() throws IOException {
    KernelChoice choice = choice(Dtype.BFLOAT16, GAINS_NOTHING, _ -> 1e-7);

    assertThat(choice.words())
        .isEqualTo("float32, prepacked kernel (this processor is not faster in 16 bits)");
    assertThat(choice(Dtype.FLOAT32, GAINS_NOTHING, _ -> 1e-7).reason()).isEmpty();
  }

  @Test
  void sixteen_bits_that_are_slower_can_be_had_by_naming_the_kernel() throws IOException {
    System.setProperty(PROPERTY, "prepacked");

    assertThat(choice(Dtype.BFLOAT16, GAINS_NOTHING, _ -> 1e-7))
        .isEqualTo(new KernelChoice(Dtype.BFLOAT16, LinearKernel.PREPACKED, ""));
  }

  @Test
  void a_kernel_that_is_wrong_is_not_used() throws IOException {
    KernelChoice wrong = choice(Dtype.FLOAT32, _ -> 0.5);

    assertThat(wrong.kernel()).isEqualTo(LinearKernel.PORTABLE);
    assertThat(wrong.reason()).contains("off by 0.5");
    assertThat(choice(Dtype.FLOAT32, _ -> 0)).as("what was found stays").isEqualTo(wrong);
  }

  @Test
  void an_answer_that_is_no_number_is_wrong() throws IOException {
    assertThat(choice(Dtype.FLOAT32, _ -> Double.NaN).kernel()).isEqualTo(LinearKernel.PORTABLE);
  }

  @Test
  void the_portable_kernel_can_be_asked_for_and_calculates_in_32_bits() throws IOException {
    System.setProperty(PROPERTY, "portable");
    for (Dtype dtype : Dtype.values()) {
      assertThat(KernelChoice.of(folder, dtype))
          .isEqualTo(
              new KernelChoice(
                  Dtype.FLOAT32, LinearKernel.PORTABLE, "the portable kernel is asked for"));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_prepacked_kernel_is_tried_even_when_it_is_asked_for() throws IOException {
    System.setProperty(PROPERTY, "prepacked");

    assertThat(choice(Dtype.BFLOAT16, ON_AVX2_ALONE).dtype()).isEqualTo(Dtype.FLOAT32);
  }

  @Test
  void a_kernel_that_nobody_knows_is_refused() {
    System.setProperty(PROPERTY, "fastest");

    assertThatThrownBy(() -> KernelChoice.of(folder, Dtype.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fastest")
        .hasMessageContaining("auto, portable or prepacked");
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void the_kernels_differ_by_rounding_alone(Dtype dtype) throws IOException {
    TestModels.assumeKernelFor(dtype);

    assertThat(KernelCheck.difference(dtype))
        .isGreaterThan(0)
        .isLessThan(KernelTrial.tolerance(dtype) / 2);
  }

  @Test
  void a_difference_is_a_share_of_the_largest_number() {
    assertThat(KernelCheck.difference(new float[] {1, -4, 1, -3})).isEqualTo(1.0 / 3);
    assertThat(KernelCheck.difference(new float[] {1, 2, 1, 2})).isZero();
  }

  @Test
  void an_answer_that_is_not_finite_is_infinitely_far_off() {
    assertThat(KernelCheck.difference(new float[] {1, Float.NaN, 1, 2})).isInfinite();
    assertThat(KernelCheck.difference(new float[] {1, 2, Float.NEGATIVE_INFINITY, 2})).isInfinite();
  }

  /// What a user on such a processor sees: vectors in 32 bits, and all that is said of them.
  @Test
  void asked_for_16_bits_a_model_without_kernel_for_them_is_one_in_32() throws IOException {
    Assumptions.assumeTrue(TestModels.kernels().contains(LinearKernel.PREPACKED));
    choice(Dtype.BFLOAT16, ON_AVX2_ALONE);
    ModelSpec asked = TestModels.MINILM.withDtype(Dtype.BFLOAT16);
    List<String> texts = List.of(SampleTexts.HAPPY);
    String reason =
        Processor.ofThisMachine().gainsFromBfloat16()
            ? "no kernel for bfloat16"
            : "this processor is not faster in 16 bits";

    for (Embedder embedder :
        List.of(Embedder.open(asked, folder), Embedder.uncached(asked, folder))) {
      try (embedder;
          Embedder plain = Embedder.open(TestModels.MINILM)) {
        assertThat(embedder.model()).isEqualTo(TestModels.MINILM);
        assertThat(embedder.identity()).isEqualTo(plain.identity()).contains("dtype=float32");
        assertThat(embedder.embed(texts).values()).isEqualTo(plain.embed(texts).values());
        assertThat(embedder.arithmetic()).startsWith("float32, prepacked kernel (" + reason);
        assertThat(embedder.isComparableWith(asked.identity())).isTrue();
        assertThat(plain.isComparableWith(asked.identity())).isFalse();
      }
    }
    List<String> kept = new ArrayList<>();
    try (var files = Files.list(folder.resolve("vectors"))) {
      files.map(it -> it.getFileName().toString()).forEach(kept::add);
    }
    assertThat(kept).allMatch(name -> name.startsWith(TestModels.MINILM.name())).isNotEmpty();
    assertThat(CacheInventory.of(folder, ModelCatalog.standard()).items())
        .filteredOn(item -> item.kind() == CacheInventory.Kind.VECTORS)
        .allMatch(item -> item.name().contains("dtype=float32"));
  }

  /// An index that a faster machine has made.
  @Test
  void an_index_in_16_bits_is_searched_in_32_and_not_added_to() throws IOException {
    TestModels.assumeKernelFor(Dtype.BFLOAT16);
    Path index = folder.resolve("index");
    ModelSpec asked = TestModels.MINILM.withDtype(Dtype.BFLOAT16);
    List<Paper> papers =
        List.of(
            Paper.of("a", "Happy people", SampleTexts.HAPPY),
            Paper.of("b", "Weather", "Today is a sunny day"));
    try (Embedder there = Embedder.open(asked);
        PaperIndexWriter writer = PaperIndexWriter.open(index, there)) {
      writer.put(papers);
      writer.commit();
    }
    choice(Dtype.BFLOAT16, ON_AVX2_ALONE);

    try (Embedder here = Embedder.open(asked, folder)) {
      try (PaperIndex opened = PaperIndex.open(index, here)) {
        assertThat(opened.nearest("rain and sun", 1))
            .singleElement()
            .returns("b", it -> it.paper().id());
      }
      assertThatThrownBy(() -> PaperIndexWriter.open(index, here))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("dtype=bfloat16")
          .hasMessageContaining("dtype=float32");
    }
  }

  private KernelChoice choice(Dtype dtype, KernelChoice.Comparison comparison) throws IOException {
    return choice(dtype, GAINS, comparison);
  }

  private KernelChoice choice(Dtype dtype, Processor processor, KernelChoice.Comparison comparison)
      throws IOException {
    return KernelChoice.of(MachineTrials.in(folder), dtype, processor, comparison);
  }

  private List<String> answers() throws IOException {
    return Files.readAllLines(folder.resolve("kernels.txt"));
  }
}
