@NullMarked
package org.papermap.embed.internal.cache;

import org.jspecify.annotations.NullMarked;
