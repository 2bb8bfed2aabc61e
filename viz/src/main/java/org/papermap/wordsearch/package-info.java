/// A model's sense of likeness, carried over to the words of one corpus.
@NullMarked
package org.papermap.wordsearch;

import org.jspecify.annotations.NullMarked;
