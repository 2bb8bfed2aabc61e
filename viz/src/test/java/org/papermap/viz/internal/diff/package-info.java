@NullMarked
package org.papermap.viz.internal.diff;

import org.jspecify.annotations.NullMarked;
