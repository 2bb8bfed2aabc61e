/// Papermap's vectors and lookup behind Spring AI's interfaces.
@NullMarked
package org.papermap.springai;

import org.jspecify.annotations.NullMarked;
