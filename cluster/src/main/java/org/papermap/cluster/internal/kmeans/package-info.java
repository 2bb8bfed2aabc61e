/// kmeans.
@NullMarked
package org.papermap.cluster.internal.kmeans;

import org.jspecify.annotations.NullMarked;
