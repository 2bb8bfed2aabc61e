/// Nearest rows of a matrix, for one vector and for all rows: rough in floats or quantized, decided
/// in double. Not API.
@NullMarked
package org.papermap.embed.internal.nearest;

import org.jspecify.annotations.NullMarked;
