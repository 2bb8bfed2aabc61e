@NullMarked
package org.papermap.natives;

import org.jspecify.annotations.NullMarked;
