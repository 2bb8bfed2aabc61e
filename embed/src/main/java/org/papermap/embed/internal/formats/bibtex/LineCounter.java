package org.papermap.embed.internal.formats.bibtex;

/// Tells the lines of places in a text that are asked for in their order.
final class LineCounter {
  private final String text;
  private int counted;
  private long line = 1;

  LineCounter(String text) {
    this.text = text;
  }

  /// The line of a place, from 1.
  ///
  /// @param place no smaller than the last one
  long at(int place) {
    for (; counted < place; counted++) {
      if (text.charAt(counted) == '\n') {
        line++;
      }
    }
    return line;
  }
}
