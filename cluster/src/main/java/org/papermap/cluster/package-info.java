/// Groups of papers: methods, the tree of topics they give, and how good it is.
@NullMarked
package org.papermap.cluster;

import org.jspecify.annotations.NullMarked;
