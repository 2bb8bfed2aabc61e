package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Numbers distinct strings in the order in which they come. They are looked up where they stand in
/// a text, so that only the first of each is copied out of it; by open addressing over a flat
/// array.
final class StringNumbers {
  private static final int NONE = -1;

  private final List<String> strings = new ArrayList<>();

  /// For each slot the number of the string there; twice as many slots as strings, at least.
  private int[] slots = new int[1 << 12];

  StringNumbers() {
    Arrays.fill(slots, NONE);
  }

  /// The number of a part of a text, which is the next one where it had none.
  int of(String text, int from, int to) {
    int slot = hash(text, from, to) & (slots.length - 1);
    while (slots[slot] != NONE) {
      String known = strings.get(slots[slot]);
      if (known.length() == to - from && text.startsWith(known, from)) {
        return slots[slot];
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int number = strings.size();
    slots[slot] = number;
    strings.add(text.substring(from, to));
    if (2 * strings.size() > slots.length) {
      grow();
    }
    return number;
  }

  /// The strings by number.
  List<String> strings() {
    return strings;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    Arrays.fill(slots, NONE);
    for (int number = 0; number < strings.size(); number++) {
      String string = strings.get(number);
      int slot = hash(string, 0, string.length()) & (slots.length - 1);
      while (slots[slot] != NONE) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number;
    }
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = (hash ^ text.charAt(at)) * 0x9E3779B1;
    }
    return hash ^ (hash >>> 15);
  }
}
