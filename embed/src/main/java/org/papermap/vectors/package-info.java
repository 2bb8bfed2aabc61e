/// Embeddings as values: one row of unit length a paper, and the NumPy files that hold them.
@NullMarked
package org.papermap.vectors;

import org.jspecify.annotations.NullMarked;
