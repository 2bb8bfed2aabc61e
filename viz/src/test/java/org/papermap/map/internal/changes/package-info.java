@NullMarked
package org.papermap.map.internal.changes;

import org.jspecify.annotations.NullMarked;
