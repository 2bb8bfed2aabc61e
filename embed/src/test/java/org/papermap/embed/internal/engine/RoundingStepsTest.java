package org.papermap.embed.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundingStepsTest {
  private static final long[] SAMPLE = {101, 7, 8, 9, 102};

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[2]", "[4,16]", "[81]", "[512]", "[2,3,4,81,300]"})
  void the_rows_from_which_on_bits_change_are_found(String line) throws IOException {
    RoundingSteps steps = RoundingSteps.parse(line);

    RoundingSteps found = RoundingSteps.find(512, rows -> repeated(bits(steps, rows), rows));

    assertThat(found).isEqualTo(steps);
    assertThat(found.line()).isEqualTo(line);
  }

  @Test
  void few_rows_are_looked_at() throws IOException {
    List<Integer> looked = new ArrayList<>();

    RoundingSteps.find(
        512,
        rows -> {
          looked.add(rows);
          return repeated(new float[] {rows < 81 ? 0 : 1}, rows);
        });

    assertThat(looked).hasSizeLessThan(30);
  }

  @Test
  void a_batch_stays_on_the_side_of_a_step_where_one_of_its_texts_is() {
    RoundingSteps steps = new RoundingSteps(List.of(4, 81), false);

    assertThat(steps.texts(1, 512)).isEqualTo(3);
    assertThat(steps.texts(2, 512)).isEqualTo(1);
    assertThat(steps.texts(4, 512)).isEqualTo(20);
    assertThat(steps.texts(80, 512)).isEqualTo(1);
    assertThat(steps.texts(81, 512)).isEqualTo(6);
    assertThat(steps.texts(600, 512)).isEqualTo(1);
  }

  @Test
  void without_steps_a_batch_is_as_large_as_it_may_be() {
    assertThat(new RoundingSteps(List.of(), false).texts(8, 512)).isEqualTo(64);
    assertThat(RoundingSteps.batchingNothing().texts(8, 512)).isEqualTo(1);
  }

  @Test
  void no_text_meets_a_step_between_itself_and_its_batch() throws IOException {
    RoundingSteps steps = RoundingSteps.of(network(Set.of(2, 5, 81)), SAMPLE, 256, 512);

    assertThat(steps).isEqualTo(new RoundingSteps(List.of(2, 5, 81), false));
    for (int length = 1; length <= 512; length++) {
      int rows = length * steps.texts(length, 512);
      assertThat(bits(steps, rows)).as("%d rows", rows).isEqualTo(bits(steps, length));
    }
  }

  @Test
  void where_no_steps_explain_the_bits_every_text_is_alone() throws IOException {
    // Single tokens are all the same, but longer texts change with the number of texts.
    RoundingSteps.Network odd =
        (ids, texts, length) -> {
          float[] vectors = new float[texts * length];
          Arrays.fill(vectors, length == 1 ? 1 : texts);
          return vectors;
        };

    assertThat(RoundingSteps.of(odd, SAMPLE, 256, 512)).isEqualTo(RoundingSteps.batchingNothing());
  }

  @Test
  void where_a_row_changes_with_its_place_every_text_is_alone() throws IOException {
    RoundingSteps found =
        RoundingSteps.find(
            512,
            rows -> {
              float[] vectors = new float[rows];
              // The last rows are left over from tiles of four, and go through another routine.
              Arrays.fill(vectors, rows - rows % 4, rows, 1);
              return vectors;
            });

    assertThat(found).isEqualTo(RoundingSteps.batchingNothing());
  }

  @Test
  void where_the_rest_of_a_batch_decides_every_text_is_alone() throws IOException {
    RoundingSteps.Network odd =
        (ids, texts, length) -> {
          float[] vectors = new float[texts * length];
          Arrays.fill(vectors, length == 1 ? 1 : texts * length % 16 < 8 ? 2 : 3);
          return vectors;
        };

    assertThat(RoundingSteps.of(odd, SAMPLE, 256, 512)).isEqualTo(RoundingSteps.batchingNothing());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[", "[x]", "4,16", "[4,16", "[99999999999]", "alone"})
  void a_line_that_is_damaged_is_read_with_caution(String line) {
    assertThat(RoundingSteps.parse(line)).isEqualTo(RoundingSteps.batchingNothing());
  }

  @Test
  void the_cautious_answer_is_kept_as_it_is() {
    RoundingSteps alone = RoundingSteps.batchingNothing();

    assertThat(RoundingSteps.parse(alone.line())).isEqualTo(alone);
  }

  /// A network whose every number tells the token and how many steps lie below its rows.
  private static RoundingSteps.Network network(Set<Integer> steps) {
    RoundingSteps known = new RoundingSteps(List.copyOf(new TreeSet<>(steps)), false);
    return (ids, texts, length) -> {
      float[] vectors = new float[texts * length];
      for (int i = 0; i < vectors.length; i++) {
        vectors[i] = ids[i] + bits(known, texts * length)[0] / 10;
      }
      return vectors;
    };
  }

  private static float[] repeated(float[] vector, int times) {
    float[] all = new float[times];
    Arrays.fill(all, vector[0]);
    return all;
  }

  private static float[] bits(RoundingSteps steps, int rows) {
    return new float[] {
      IntStream.range(0, steps.rows().size()).filter(i -> steps.rows().get(i) <= rows).count()
    };
  }
}
