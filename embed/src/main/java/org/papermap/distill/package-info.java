/// A model's sense of likeness, carried over to the words of one corpus.
@NullMarked
package org.papermap.distill;

import org.jspecify.annotations.NullMarked;
