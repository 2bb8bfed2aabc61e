/// hdbscan.
@NullMarked
package org.papermap.cluster.internal.hdbscan;

import org.jspecify.annotations.NullMarked;
