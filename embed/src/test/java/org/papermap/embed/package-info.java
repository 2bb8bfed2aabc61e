@NullMarked
package org.papermap.embed;

import org.jspecify.annotations.NullMarked;
