/// The one border to Smile: its native libraries, its random numbers, its doubles.
@NullMarked
package org.papermap.cluster.internal.smile;

import org.jspecify.annotations.NullMarked;
