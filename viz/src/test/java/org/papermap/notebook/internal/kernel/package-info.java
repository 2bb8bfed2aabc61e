/// A kernel as Jupyter would start it.
@NullMarked
package org.papermap.notebook.internal.kernel;

import org.jspecify.annotations.NullMarked;
