/// Pieces of SVG pictures.
@NullMarked
package org.papermap.viz.internal.svg;

import org.jspecify.annotations.NullMarked;
