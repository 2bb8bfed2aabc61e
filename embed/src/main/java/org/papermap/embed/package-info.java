/// Texts to vectors, with a cache; vectors made elsewhere; what is ready on this machine. All
/// public classes are API; those below `internal` are used inside this module alone. Begin with
/// [Embedder].
@NullMarked
package org.papermap.embed;

import org.jspecify.annotations.NullMarked;
