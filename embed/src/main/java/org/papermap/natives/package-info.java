/// Native libraries that come in jars: unpacked once, checked, and explained when they do not load.
@NullMarked
package org.papermap.natives;

import org.jspecify.annotations.NullMarked;
