/// Labels.
@NullMarked
package org.papermap.cluster.internal;

import org.jspecify.annotations.NullMarked;
