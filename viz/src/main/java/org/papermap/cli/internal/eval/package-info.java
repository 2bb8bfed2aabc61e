/// The `papermap eval` commands: measures of lookup, vectors, topics, names and the page's search.
@NullMarked
package org.papermap.cli.internal.eval;

import org.jspecify.annotations.NullMarked;
