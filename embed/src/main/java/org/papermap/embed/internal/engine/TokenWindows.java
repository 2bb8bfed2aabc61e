package org.papermap.embed.internal.engine;

import java.util.ArrayList;
import java.util.List;
import org.papermap.model.ModelSpec;

/// Cuts long texts for a model. The ids of a text, and of each window, are `[CLS]`, tokens and
/// `[SEP]`.
final class TokenWindows {
  /// The share of a window that the next one repeats, so that a sentence cut in one is whole in the
  /// other.
  private static final int OVERLAP = 4;

  private TokenWindows() {}

  /// The beginning of the text, up to the limit.
  static long[] first(long[] ids, int limit) {
    return ids.length <= limit ? ids : window(ids, 1, limit);
  }

  /// Windows over all of the text, each as long as the limit, the first and the last at its ends.
  /// Being equally long, they have equal weight in the mean.
  static List<long[]> all(long[] ids, int limit) {
    if (ids.length <= limit) {
      return List.of(ids);
    }
    int step = limit - ModelSpec.SPECIAL_TOKENS;
    int stride = Math.max(1, step - step / OVERLAP);
    int spare = ids.length - limit;
    int strides = Math.ceilDiv(spare, stride);
    List<long[]> windows = new ArrayList<>();
    for (int i = 0; i <= strides; i++) {
      windows.add(window(ids, 1 + (int) ((long) spare * i / strides), limit));
    }
    return windows;
  }

  private static long[] window(long[] ids, int from, int limit) {
    long[] window = new long[limit];
    int tokens = limit - ModelSpec.SPECIAL_TOKENS;
    window[0] = ids[0];
    System.arraycopy(ids, from, window, 1, tokens);
    window[limit - 1] = ids[ids.length - 1];
    return window;
  }
}
