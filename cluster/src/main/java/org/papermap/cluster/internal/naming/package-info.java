/// Names for topics: candidates, scores and rules. Not API. Begin with `Namer`.
@NullMarked
package org.papermap.cluster.internal.naming;

import org.jspecify.annotations.NullMarked;
