/// A map as a value: what was calculated of the papers, and where it comes from.
@NullMarked
package org.papermap.map;

import org.jspecify.annotations.NullMarked;
