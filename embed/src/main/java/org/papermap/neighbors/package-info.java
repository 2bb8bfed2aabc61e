/// The nearest papers of every paper: [NeighborGraph], exact up to 50,000 papers.
/// All public classes are API.
@NullMarked
package org.papermap.neighbors;

import org.jspecify.annotations.NullMarked;
