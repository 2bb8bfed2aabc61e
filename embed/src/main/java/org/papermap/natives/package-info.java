/// Native libraries that come in jars, and what the system says when it will not load them.
@NullMarked
package org.papermap.natives;

import org.jspecify.annotations.NullMarked;
