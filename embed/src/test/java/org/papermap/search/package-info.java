@NullMarked
package org.papermap.search;

import org.jspecify.annotations.NullMarked;
