@NullMarked
package org.papermap.embed.internal.natives;

import org.jspecify.annotations.NullMarked;
