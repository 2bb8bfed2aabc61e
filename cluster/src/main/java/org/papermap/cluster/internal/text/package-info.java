/// text.
@NullMarked
package org.papermap.cluster.internal.text;

import org.jspecify.annotations.NullMarked;
