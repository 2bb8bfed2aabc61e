/// The process that runs the cells of a notebook: Jupyter's messages on one side, JShell on the
/// other.
@NullMarked
package org.papermap.notebook.internal.kernel;

import org.jspecify.annotations.NullMarked;
