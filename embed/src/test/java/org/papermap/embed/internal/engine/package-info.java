@NullMarked
package org.papermap.embed.internal.engine;

import org.jspecify.annotations.NullMarked;
