package org.papermap.embed.internal.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// The numbers of rows at which a network's products begin to round differently.
///
/// The engine chooses a routine by the number of rows, and routines round differently: with AVX2,
/// oneDNN changes at about 80 rows. So the steps are found by trying, once for each machine and
/// network, and no step may lie between the rows of a text and those of its batch. Then a text has
/// the same bits alone and in a batch, see `docs/003-same-bits-alone-and-batched.md`.
///
/// @param rows ascending; each the first number of rows with other bits than the number before it
/// @param alone whether texts are not batched at all, as no steps explain the bits
record RoundingSteps(List<Integer> rows, boolean alone) {
  /// The trial's name; its number goes up with every change.
  static final String TRIAL = "rounding steps 1";

  private static final String ALONE = "alone";

  /// Numbers of rows that are tried; odd ones too, as tiles leave a rest.
  private static final List<Integer> TRIED_ROWS =
      List.of(2, 3, 4, 7, 8, 13, 16, 27, 32, 49, 64, 97, 128, 201, 256, 383, 512);

  /// Lengths of texts on which the steps found for single tokens are verified.
  private static final List<Integer> TRIED_LENGTHS = List.of(7, 13, 40, 130);

  private static final int MOST_TRIED_TEXTS = 6;

  RoundingSteps {
    rows = List.copyOf(rows);
  }

  /// A network at work.
  @FunctionalInterface
  interface Network {
    /// @param ids token ids, `texts × length`
    /// @return the vectors of all tokens, in the same order
    float[] run(long[] ids, int texts, int length) throws IOException;
  }

  /// Tries a network for batches of up to `most` tokens.
  ///
  /// @param sample token ids of a text, from which texts of any length are made
  /// @param longest the network's token limit
  static RoundingSteps of(Network network, long[] sample, int longest, int most)
      throws IOException {
    RoundingSteps steps = find(most, rows -> network.run(ids(sample, rows, 1), rows, 1));
    for (int length : TRIED_LENGTHS) {
      int texts = Math.min(MOST_TRIED_TEXTS, steps.texts(length, most));
      if (length <= longest && texts > 1 && !areSameAlone(network, sample, texts, length)) {
        return batchingNothing();
      }
    }
    return steps;
  }

  /// Whether texts have the same bits alone and in batches of two, three, and more.
  private static boolean areSameAlone(Network network, long[] sample, int texts, int length)
      throws IOException {
    float[] alone = new float[0];
    for (int text = 0; text < texts; text++) {
      long[] ids =
          Arrays.copyOfRange(ids(sample, texts, length), text * length, (text + 1) * length);
      float[] vectors = network.run(ids, 1, length);
      alone = Arrays.copyOf(alone, alone.length + vectors.length);
      System.arraycopy(vectors, 0, alone, alone.length - vectors.length, vectors.length);
    }
    for (int together = 2; together <= texts; together++) {
      float[] vectors = network.run(ids(sample, together, length), together, length);
      if (!Arrays.equals(vectors, Arrays.copyOf(alone, vectors.length))) {
        return false;
      }
    }
    return true;
  }

  /// Different texts of one length; equal ones of one token.
  private static long[] ids(long[] sample, int texts, int length) {
    long[] ids = new long[texts * length];
    for (int i = 0; i < ids.length; i++) {
      int text = i / length;
      int token = i % length;
      ids[i] = token == 0 ? sample[0] : sample[(token * (text + 1)) % sample.length];
    }
    return ids;
  }

  /// Runs a network on copies of one token.
  @FunctionalInterface
  interface Rows {
    /// @return the vectors of all copies
    float[] run(int rows) throws IOException;
  }

  /// Steps between 1 and `most` rows: tries some numbers of rows, and halves the interval between
  /// two that differ. Where copies of a token differ among themselves, a row's bits depend on its
  /// place, and nothing is batched.
  static RoundingSteps find(int most, Rows network) throws IOException {
    List<Integer> steps = new ArrayList<>();
    int low = 1;
    float[] below = network.run(low);
    for (int high : TRIED_ROWS) {
      if (high > low && high <= most) {
        float[] above = network.run(high);
        if (!isRepetition(above, below.length)) {
          return batchingNothing();
        }
        addBetween(low, below, high, Arrays.copyOf(above, below.length), network, steps);
        low = high;
        below = Arrays.copyOf(above, below.length);
      }
    }
    return new RoundingSteps(steps, false);
  }

  private static boolean isRepetition(float[] vectors, int length) {
    for (int from = length; from < vectors.length; from += length) {
      if (!Arrays.equals(vectors, 0, length, vectors, from, from + length)) {
        return false;
      }
    }
    return true;
  }

  private static void addBetween(
      int low, float[] below, int high, float[] above, Rows network, List<Integer> steps)
      throws IOException {
    if (Arrays.equals(below, above)) {
      return;
    }
    if (high - low == 1) {
      steps.add(high);
      return;
    }
    int middle = (low + high) >>> 1;
    float[] between = Arrays.copyOf(network.run(middle), below.length);
    addBetween(low, below, middle, between, network, steps);
    addBetween(middle, between, high, above, network, steps);
  }

  /// Each text by itself.
  static RoundingSteps batchingNothing() {
    return new RoundingSteps(List.of(), true);
  }

  /// How many texts of a length may go through together.
  ///
  /// @param length in tokens, 1 or more
  /// @param most tokens that a batch of several texts may have
  int texts(int length, int most) {
    if (alone) {
      return 1;
    }
    int limit = most;
    for (int step : rows) {
      if (step > length) {
        limit = Math.min(limit, step - 1);
        break;
      }
    }
    return Math.max(1, limit / length);
  }

  /// The steps in a line of text, which [#parse] reads.
  String line() {
    return alone
        ? ALONE
        : rows.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /// @param line as [#line()] gives it; with any other, nothing is batched
  static RoundingSteps parse(String line) {
    if (!line.matches("\\[(\\d{1,4}(,\\d{1,4})*)?]")) {
      return batchingNothing();
    }
    return new RoundingSteps(
        Arrays.stream(line.substring(1, line.length() - 1).split(","))
            .filter(step -> !step.isEmpty())
            .map(Integer::valueOf)
            .toList(),
        false);
  }
}
