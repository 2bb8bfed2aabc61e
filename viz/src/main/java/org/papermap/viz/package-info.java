/// The map of papers and the one HTML file that shows it.
@NullMarked
package org.papermap.viz;

import org.jspecify.annotations.NullMarked;
