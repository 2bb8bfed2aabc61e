/// Papers, and the readers that bring them in from the formats people have.
@NullMarked
package org.papermap.corpus;

import org.jspecify.annotations.NullMarked;
