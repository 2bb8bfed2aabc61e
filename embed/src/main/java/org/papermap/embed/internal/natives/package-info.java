/// The system's mounts, and its messages about native libraries. Not API.
@NullMarked
package org.papermap.embed.internal.natives;

import org.jspecify.annotations.NullMarked;
