package org.papermap.embed.internal.formats;

/// How sure a format is that a content is its own.
///
/// @param words what to call the content in the report, more exact than [Format#words()] where
///   there is more to tell (`CSV with ';'`)
public record Claim(Certainty certainty, String words) {

  /// The grades of certainty, from none to full. Of two formats with one grade, the one that stands
  /// first in the list of formats reads the content.
  public enum Certainty {
    /// The content is not in this format.
    NONE,
    /// The content could be in this format, as almost any text could. Chosen only if nothing else
    /// claims it.
    POSSIBLE,
    /// The content has the outer form (a table, JSON, XML), and nothing tells against it.
    LIKELY,
    /// The content has marks that only this format has: several tags, a declared schema.
    SURE,
    /// The content begins with magic bytes or a signature line.
    SIGNED
  }

  public static Claim none() {
    return new Claim(Certainty.NONE, "");
  }

  public boolean isNone() {
    return certainty == Certainty.NONE;
  }
}
