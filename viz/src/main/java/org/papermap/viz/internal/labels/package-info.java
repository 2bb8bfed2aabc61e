/// Where names stand on the map, solved once for all scales.
@NullMarked
package org.papermap.viz.internal.labels;

import org.jspecify.annotations.NullMarked;
