/// Colours that can be read in both themes and told apart with any colour vision.
@NullMarked
package org.papermap.viz.internal.colors;

import org.jspecify.annotations.NullMarked;
