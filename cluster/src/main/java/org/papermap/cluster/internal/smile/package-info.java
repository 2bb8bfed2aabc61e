/// The border to the Smile library and its native libraries. Not API.
@NullMarked
package org.papermap.cluster.internal.smile;

import org.jspecify.annotations.NullMarked;
