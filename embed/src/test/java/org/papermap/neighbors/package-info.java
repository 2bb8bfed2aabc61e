@NullMarked
package org.papermap.neighbors;

import org.jspecify.annotations.NullMarked;
