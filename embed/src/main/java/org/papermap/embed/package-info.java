/// Texts to vectors. API: [Embedder], which calculates or looks up, and what it gives; the classes
/// below `internal` are for this module alone. Begin with [Embedder].
@NullMarked
package org.papermap.embed;

import org.jspecify.annotations.NullMarked;
