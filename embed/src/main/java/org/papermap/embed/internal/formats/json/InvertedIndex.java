package org.papermap.embed.internal.formats.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.StringJoiner;

/// Words with their places in a text, as OpenAlex gives abstracts. Places need not be without gaps.
final class InvertedIndex {
  private long[] places = new long[256];
  private String[] words = new String[256];
  private int size;

  void add(String word, long place) {
    if (size == places.length) {
      places = Arrays.copyOf(places, 2 * size);
      words = Arrays.copyOf(words, 2 * size);
    }
    places[size] = place;
    words[size++] = word;
  }

  /// The words in the order of their places, with single spaces between them.
  String text() {
    StringJoiner text = new StringJoiner(" ");
    long last = Arrays.stream(places, 0, size).max().orElse(-1);
    long first = Arrays.stream(places, 0, size).min().orElse(0);
    if (first >= 0 && last < 4L * size + 64) {
      String[] byPlace = new String[(int) last + 1];
      for (int i = 0; i < size; i++) {
        int place = (int) places[i];
        byPlace[place] = byPlace[place] == null ? words[i] : byPlace[place] + " " + words[i];
      }
      for (String word : byPlace) {
        if (word != null) {
          text.add(word);
        }
      }
    } else {
      Integer[] order = new Integer[size];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, Comparator.comparingLong(i -> places[i]));
      for (int i : order) {
        text.add(words[i]);
      }
    }
    return text.toString();
  }
}
