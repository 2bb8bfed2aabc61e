package org.papermap.layout;

/// The place of a new paper on a finished map.
///
/// @param x from left (0) to right (1)
/// @param y from bottom (0) to top (1)
/// @param confidence the share of its nearest papers that are also nearest to it on the map, in [0,
///   1]: near 0 where its nearest papers lie scattered, so that no place is right
public record Placement(float x, float y, double confidence) {}
