@NullMarked
package org.papermap.embed.weights;

import org.jspecify.annotations.NullMarked;
