/// Runs the notebooks as Jupyter would.
@NullMarked
package org.papermap.notebook;

import org.jspecify.annotations.NullMarked;
