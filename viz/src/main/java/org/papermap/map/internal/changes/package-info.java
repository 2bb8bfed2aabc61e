/// What changes from one map to another.
@NullMarked
package org.papermap.map.internal.changes;

import org.jspecify.annotations.NullMarked;
