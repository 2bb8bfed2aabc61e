/// The parts of HDBSCAN\*: smoothing, mutual reachability distances, the single-linkage tree, and
/// the condensed tree. Not API. Begin with `NeighborDistances`.
@NullMarked
package org.papermap.cluster.internal.hdbscan;

import org.jspecify.annotations.NullMarked;
