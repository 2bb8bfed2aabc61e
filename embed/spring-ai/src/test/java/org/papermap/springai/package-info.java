@NullMarked
package org.papermap.springai;

import org.jspecify.annotations.NullMarked;
