/// Arithmetic on labels, for the clustering algorithms. Not API.
@NullMarked
package org.papermap.cluster.internal;

import org.jspecify.annotations.NullMarked;
