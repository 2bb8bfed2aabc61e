package org.papermap.search;

import org.jspecify.annotations.Nullable;

/// A hit with its similarity to the question.
///
/// @param similarity null in the keyword mode
record Scored(Hit hit, @Nullable Double similarity) {}
