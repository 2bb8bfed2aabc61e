/// The hues of topics, readable in both themes and with any colour vision.
@NullMarked
package org.papermap.viz.internal.colors;

import org.jspecify.annotations.NullMarked;
