/// What the system says of native libraries and where they may lie. Not API.
@NullMarked
package org.papermap.embed.internal.natives;

import org.jspecify.annotations.NullMarked;
