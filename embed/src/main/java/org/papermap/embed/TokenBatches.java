package org.papermap.embed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.papermap.embed.weights.LinearKernel;

/// Which texts go through the model together.
///
/// A batch holds texts of one length only, so that nothing is padded. Then a text's vector has the
/// same bits whatever else is embedded with it (tried for lengths of 2 to 256 in batches of 1 to
/// 256 on x86; the tests try it wherever they run): a padded batch differs from a batch of one in
/// the last bits, and a cache that embeds only what has changed would give other bytes than a run
/// without a cache. Where a processor multiplies tiles of 16-bit numbers (AMX) that does not hold
/// for bfloat16 by the portable kernel, which is not taken there unless it is asked for.
final class TokenBatches {
  /// Beyond some hundred tokens at a time the matrices are large enough to keep a core busy. Texts
  /// of 8 tokens take 5.7 ms one by one and 1.9 ms in batches; those of 128 tokens take 35 and 32.
  private static final int TOKENS = 512;

  /// Products with fewer rows than this go through another routine of the engine, which rounds
  /// differently; shorter texts are therefore always alone.
  private static final int SHORTEST_IN_COMPANY = 4;

  /// The same of the portable kernel on some processors: a batch with fewer tokens goes through the
  /// model more than once at a time.
  private static final int FEWEST_TOKENS = 16;

  private TokenBatches() {}

  /// Rows of `texts`, each in one batch; the longest texts first, so that the workers end together.
  /// Depends on nothing but the lengths.
  static List<int[]> of(List<TokenizedText> texts) {
    int[] rows =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer row) -> -texts.get(row).length())
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<int[]> batches = new ArrayList<>();
    int from = 0;
    while (from < rows.length) {
      int length = texts.get(rows[from]).length();
      int limit = Math.min(rows.length, from + largest(length));
      int to = from + 1;
      while (to < limit && texts.get(rows[to]).length() == length) {
        to++;
      }
      batches.add(Arrays.copyOfRange(rows, from, to));
      from = to;
    }
    return batches;
  }

  /// How many copies of a batch the model has to see at once for its products to have rows enough.
  static int copies(int texts, int length, LinearKernel kernel) {
    return switch (kernel) {
      case PORTABLE -> Math.ceilDiv(FEWEST_TOKENS, texts * length);
      case PREPACKED -> 1;
    };
  }

  private static int largest(int length) {
    return length < SHORTEST_IN_COMPANY ? 1 : Math.max(1, TOKENS / length);
  }
}
