/// Runs the notebooks as Jupyter would.
@NullMarked
package org.papermap.notebook.internal;

import org.jspecify.annotations.NullMarked;
