/// Jupyter with a kernel that has Papermap on its class path, and notebooks that are run and
/// compared. The kernel itself lies in `kernel`.
@NullMarked
package org.papermap.notebook.internal;

import org.jspecify.annotations.NullMarked;
