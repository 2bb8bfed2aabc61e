package org.papermap.cluster.internal;

import java.util.Arrays;

/// Arithmetic on labels: one number a paper, equal for papers of one group. Groups are numbered
/// from 0; a negative label stands for no group.
public final class Labels {
  private Labels() {}

  /// The number of groups: one more than the greatest label.
  public static int count(int[] labels) {
    return Arrays.stream(labels).max().orElse(-1) + 1;
  }

  /// The number of papers of each group.
  ///
  /// @param labels none of them negative
  public static int[] sizes(int[] labels) {
    int[] sizes = new int[count(labels)];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  /// The group with the fewest papers, ties to the lower number. Empty groups are passed over.
  ///
  /// @param sizes one of them above 0 at least
  public static int smallest(int[] sizes) {
    int smallest = -1;
    for (int group = 0; group < sizes.length; group++) {
      if (sizes[group] > 0 && (smallest < 0 || sizes[group] < sizes[smallest])) {
        smallest = group;
      }
    }
    return smallest;
  }

  /// Labels from 0, each used, in the order of the groups' first papers.
  ///
  /// @param labels from 0 to their number − 1
  public static int[] renumbered(int[] labels) {
    int[] numbers = new int[labels.length];
    Arrays.fill(numbers, -1);
    int used = 0;
    int[] renumbered = new int[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (numbers[labels[i]] < 0) {
        numbers[labels[i]] = used++;
      }
      renumbered[i] = numbers[labels[i]];
    }
    return renumbered;
  }
}
