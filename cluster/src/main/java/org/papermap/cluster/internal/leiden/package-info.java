/// leiden.
@NullMarked
package org.papermap.cluster.internal.leiden;

import org.jspecify.annotations.NullMarked;
