/// phrase.
@NullMarked
package org.papermap.cluster.internal.phrase;

import org.jspecify.annotations.NullMarked;
