/// Figures as the files of a map show them.
@NullMarked
package org.papermap.map.internal;

import org.jspecify.annotations.NullMarked;
