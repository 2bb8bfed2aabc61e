@NullMarked
package org.papermap.vectors;

import org.jspecify.annotations.NullMarked;
