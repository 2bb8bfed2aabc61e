/// How a long job tells how far it is.
@NullMarked
package org.papermap.progress;

import org.jspecify.annotations.NullMarked;
