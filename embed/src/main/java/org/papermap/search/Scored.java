package org.papermap.search;

/// A hit with its likeness of meaning.
///
/// @param cosine NaN where nobody asked
record Scored(Hit hit, double cosine) {}
