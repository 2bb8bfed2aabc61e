/// Nearest papers: by text, by paper, and for all papers at once; in memory and on disk.
@NullMarked
package org.papermap.search;

import org.jspecify.annotations.NullMarked;
