@NullMarked
package org.papermap.distill;

import org.jspecify.annotations.NullMarked;
