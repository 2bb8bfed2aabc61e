/// layout.
@NullMarked
package org.papermap.cluster.internal.layout;

import org.jspecify.annotations.NullMarked;
