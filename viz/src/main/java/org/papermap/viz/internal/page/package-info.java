/// The page: its template, scripts and styles, and the map as they read it.
@NullMarked
package org.papermap.viz.internal.page;

import org.jspecify.annotations.NullMarked;
