/// Where groups of papers lie on the map: densities, outlines, and hues by what lies near.
@NullMarked
package org.papermap.viz.internal.shapes;

import org.jspecify.annotations.NullMarked;
