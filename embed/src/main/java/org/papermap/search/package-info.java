/// Nearest papers: by text, by paper, and for all papers at once.
@NullMarked
package org.papermap.search;

import org.jspecify.annotations.NullMarked;
