/// The nearest papers of every paper: [NeighborGraph].
@NullMarked
package org.papermap.neighbors;

import org.jspecify.annotations.NullMarked;
