package org.papermap.embed.internal.formats;

/// A format with its two names.
public abstract class NamedFormat implements Format {
  private final String key;
  private final String words;

  /// @param key see [Format#key()]
  /// @param words see [Format#words()]
  protected NamedFormat(String key, String words) {
    this.key = key;
    this.words = words;
  }

  @Override
  public final String key() {
    return key;
  }

  @Override
  public final String words() {
    return words;
  }
}
