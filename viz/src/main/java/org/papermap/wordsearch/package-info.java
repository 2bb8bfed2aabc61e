/// A search by meaning without a model: an embedding of words, fitted to the papers' vectors.
///
/// [org.papermap.wordsearch.WordSearch] is where to begin.
@NullMarked
package org.papermap.wordsearch;

import org.jspecify.annotations.NullMarked;
