/// Holds the house to its plan.
@NullMarked
package org.papermap.architecture;

import org.jspecify.annotations.NullMarked;
