/// Files: written in full or not at all, hashed, kept in the cache folder, read as keys and values,
/// or out of the jar; and the exception for wrong input.
@NullMarked
package org.papermap.files;

import org.jspecify.annotations.NullMarked;
