/// Communities of the neighbor graph by the Leiden algorithm. Not API. Begin with
/// `NeighborNetwork`; `LeidenAlgorithm` is our own implementation, `CwtsLeiden` that of its
/// authors.
@NullMarked
package org.papermap.cluster.internal.leiden;

import org.jspecify.annotations.NullMarked;
