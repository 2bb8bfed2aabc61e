package org.papermap.cluster;

/// The number of topics that are wanted: a given one, or one that the method finds.
public sealed interface TopicCount {
  /// As many as the method finds.
  record Auto() implements TopicCount {
    @Override
    public String toString() {
      return "auto";
    }
  }

  /// Exactly this many.
  ///
  /// @param number 1 or more, and no more than there are papers
  record Fixed(int number) implements TopicCount {
    public Fixed {
      if (number < 1) {
        throw new IllegalArgumentException("topics: " + number + ". Give auto, or 1 or more.");
      }
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  /// As many as the method finds.
  static TopicCount auto() {
    return new Auto();
  }

  /// Exactly this many.
  static TopicCount of(int number) {
    return new Fixed(number);
  }

  /// The number that a user wrote: `auto`, or a whole number of 1 or more.
  ///
  /// @throws IllegalArgumentException if it is anything else
  static TopicCount parse(String text) {
    if (text.equals("auto")) {
      return auto();
    }
    try {
      return of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("topics: " + text + ". Give auto, or 1 or more.", e);
    }
  }
}
