@NullMarked
package org.papermap.map.internal;

import org.jspecify.annotations.NullMarked;
