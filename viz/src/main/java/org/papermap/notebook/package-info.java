/// Jupyter notebooks in Java: a place of their own, running them, and what they showed.
@NullMarked
package org.papermap.notebook;

import org.jspecify.annotations.NullMarked;
