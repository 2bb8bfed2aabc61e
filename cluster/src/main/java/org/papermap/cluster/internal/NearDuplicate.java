package org.papermap.cluster.internal;

/// What counts as nearly the same text.
public final class NearDuplicate {
  /// From this similarity on, two papers are taken to say the same.
  public static final float LEAST_SIMILARITY = 0.98f;

  private NearDuplicate() {}
}
