/// What the cells of a notebook show. How notebooks are run lies in `internal`.
@NullMarked
package org.papermap.notebook;

import org.jspecify.annotations.NullMarked;
