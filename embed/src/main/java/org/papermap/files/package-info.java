/// Files that others may be reading or writing at the same time.
@NullMarked
package org.papermap.files;

import org.jspecify.annotations.NullMarked;
