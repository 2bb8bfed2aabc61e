package org.papermap.wordsearch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Different words, numbered in the order in which they first come: a hash table with linear
/// probing. Unlike a map it finds a word that is known where it stands in a text, and no string is
/// made of it.
final class WordNumbers {
  private final List<String> words = new ArrayList<>();
  private int[] hashes = new int[1 << 12];

  /// The number of the word in each slot and 1, or 0. At least half of them are 0.
  private int[] slots = new int[1 << 13];

  /// The number of the word that stands in a text from a place on to the place before an end.
  int number(String text, int from, int to) {
    int hash = 0;
    for (int at = from; at < to; at++) {
      hash = 31 * hash + text.charAt(at);
    }
    int slot = first(hash);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && isAt(words.get(number), text, from, to)) {
        return number;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return add(text.substring(from, to), hash, slot);
  }

  /// The words, in the order of their numbers.
  List<String> words() {
    return List.copyOf(words);
  }

  private static boolean isAt(String word, String text, int from, int to) {
    return word.length() == to - from && text.startsWith(word, from);
  }

  private int add(String word, int hash, int slot) {
    int number = words.size();
    if (number == hashes.length) {
      grow();
      return add(word, hash, free(hash));
    }
    words.add(word);
    hashes[number] = hash;
    slots[slot] = number + 1;
    return number;
  }

  private void grow() {
    hashes = Arrays.copyOf(hashes, 2 * hashes.length);
    slots = new int[2 * slots.length];
    for (int number = 0; number < words.size(); number++) {
      slots[free(hashes[number])] = number + 1;
    }
  }

  private int free(int hash) {
    int slot = first(hash);
    while (slots[slot] != 0) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /// Multiplied, so that all bits of the hash decide.
  private int first(int hash) {
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(slots.length - 1);
  }
}
