/// naming.
@NullMarked
package org.papermap.cluster.internal.naming;

import org.jspecify.annotations.NullMarked;
