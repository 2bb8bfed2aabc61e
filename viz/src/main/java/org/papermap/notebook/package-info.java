/// Jupyter notebooks in Java: Jupyter with a kernel that has Papermap on its class path, notebooks
/// that are run and compared, and what cells show. The kernel itself lies in `internal.kernel`.
@NullMarked
package org.papermap.notebook;

import org.jspecify.annotations.NullMarked;
