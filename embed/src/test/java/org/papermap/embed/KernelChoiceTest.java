package org.papermap.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.papermap.embed.weights.Dtype;
import org.papermap.embed.weights.KernelTrial;
import org.papermap.embed.weights.LinearKernel;

class KernelChoiceTest {
  private static final String PROPERTY = "papermap.kernel";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void on_x86_the_prepacked_kernel_is_found_to_do_and_that_is_kept(Dtype dtype) throws IOException {
    Assumptions.assumeTrue(TestModels.kernels().contains(LinearKernel.PREPACKED));

    assertThat(KernelChoice.of(folder, dtype))
        .isEqualTo(new KernelChoice(LinearKernel.PREPACKED, ""));
    List<String> verdicts = verdicts();
    assertThat(verdicts).hasSize(2).first().asString().endsWith("trying");
    assertThat(verdicts.getLast().strip()).endsWith("prepacked");

    KernelChoice.of(folder, dtype);
    assertThat(verdicts()).isEqualTo(verdicts);
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
  void a_kernel_that_ended_the_process_twice_is_not_tried_again() throws IOException {
    KernelChoice.of(folder, Dtype.FLOAT32);
    String trying = verdicts().getFirst();
    Files.write(folder.resolve("kernels.txt"), List.of(trying, trying));

    KernelChoice choice = KernelChoice.of(folder, Dtype.FLOAT32);

    assertThat(choice.kernel()).isEqualTo(LinearKernel.PORTABLE);
    assertThat(choice.reason()).contains("ended twice");
    assertThat(KernelChoice.of(folder, Dtype.FLOAT32)).isEqualTo(choice);
  }

  @Test
  void once_is_forgiven_since_any_process_may_be_killed() throws IOException {
    KernelChoice first = KernelChoice.of(folder, Dtype.FLOAT32);
    Files.write(folder.resolve("kernels.txt"), List.of(verdicts().getFirst()));

    assertThat(KernelChoice.of(folder, Dtype.FLOAT32)).isEqualTo(first);
  }

  @Test
  void what_the_property_names_is_used_untried() {
    for (LinearKernel kernel : LinearKernel.values()) {
      System.setProperty(PROPERTY, kernel.label());

      assertThat(KernelChoice.of(folder, Dtype.FLOAT32).kernel()).isEqualTo(kernel);
    }
    assertThat(folder).isEmptyDirectory();
    System.setProperty(PROPERTY, "fastest");
    assertThatThrownBy(() -> KernelChoice.of(folder, Dtype.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fastest")
        .hasMessageContaining("auto, portable or prepacked");
  }

  @ParameterizedTest
  @EnumSource(Dtype.class)
  void the_kernels_differ_by_rounding_alone(Dtype dtype) throws IOException {
    Assumptions.assumeTrue(TestModels.kernels().contains(LinearKernel.PREPACKED));

    assertThat(KernelCheck.difference(folder, dtype))
        .isGreaterThan(0)
        .isLessThan(KernelTrial.tolerance(dtype) / 2);
  }

  @Test
  void a_difference_is_a_share_of_the_largest_number() {
    assertThat(KernelCheck.difference(new float[] {1, -4, 1, -3})).isEqualTo(1.0 / 3);
    assertThat(KernelCheck.difference(new float[] {1, 2, 1, 2})).isZero();
  }

  @Test
  void an_answer_that_is_no_number_is_infinitely_far_off() {
    assertThat(KernelCheck.difference(new float[] {1, Float.NaN, 1, 2})).isInfinite();
    assertThat(KernelCheck.difference(new float[] {1, 2, Float.NEGATIVE_INFINITY, 2})).isInfinite();
  }

  private List<String> verdicts() throws IOException {
    return Files.readAllLines(folder.resolve("kernels.txt"));
  }
}
