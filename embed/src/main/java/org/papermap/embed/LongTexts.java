package org.papermap.embed;

import java.util.Locale;

/// What becomes of a text that is longer than what a model reads at once.
public enum LongTexts {
  /// The model's first tokens are read, the rest is not. What is left out is counted.
  TRUNCATE,
  /// All of the text is read, in windows of the model's limit that overlap by a quarter and are
  /// equally far apart; the mean of their vectors stands for the text.
  WINDOW,
  /// As many tokens are read as the model has positions for, which may be more than it was trained
  /// to read; the rest is not.
  FULL;

  /// The word for it on the command line and in identities.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
