/// Places for papers on a plane, and how faithful they are.
@NullMarked
package org.papermap.layout;

import org.jspecify.annotations.NullMarked;
