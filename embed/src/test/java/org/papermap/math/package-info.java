@NullMarked
package org.papermap.math;

import org.jspecify.annotations.NullMarked;
