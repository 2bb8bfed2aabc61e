/// Where groups of papers lie on the map: densities, outlines, and colours by place.
@NullMarked
package org.papermap.viz.internal.shapes;

import org.jspecify.annotations.NullMarked;
