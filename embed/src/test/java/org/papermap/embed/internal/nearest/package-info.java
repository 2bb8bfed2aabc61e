@NullMarked
package org.papermap.embed.internal.nearest;

import org.jspecify.annotations.NullMarked;
