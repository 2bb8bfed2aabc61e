/// Places of papers on the plane: methods of layout, places, and their quality.
///
/// Begin with [org.papermap.layout.LayoutFitter#fit] and [org.papermap.layout.LayoutMethod].
/// [org.papermap.layout.FittedLayout] finds places for new papers. All public types are API; the
/// optimisations are in `org.papermap.cluster.internal.layout`, which is not.
@NullMarked
package org.papermap.layout;

import org.jspecify.annotations.NullMarked;
