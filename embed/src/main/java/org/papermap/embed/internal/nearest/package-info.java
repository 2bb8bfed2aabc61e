/// Nearest rows of a matrix: of one vector and of all rows. Roughly in floats or bytes first;
/// decided in double. Not API.
@NullMarked
package org.papermap.embed.internal.nearest;

import org.jspecify.annotations.NullMarked;
