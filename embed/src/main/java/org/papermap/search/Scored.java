package org.papermap.search;

/// A hit with its similarity of meaning.
///
/// @param cosine NaN where nobody asked
record Scored(Hit hit, double cosine) {}
