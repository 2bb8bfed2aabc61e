/// The page that shows what has changed from one map to another.
@NullMarked
package org.papermap.viz.internal.diff;

import org.jspecify.annotations.NullMarked;
