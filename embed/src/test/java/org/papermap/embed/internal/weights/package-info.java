@NullMarked
package org.papermap.embed.internal.weights;

import org.jspecify.annotations.NullMarked;
