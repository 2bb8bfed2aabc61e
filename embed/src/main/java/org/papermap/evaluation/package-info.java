/// Quality of vectors and of lookup, measured against people's judgments.
@NullMarked
package org.papermap.evaluation;

import org.jspecify.annotations.NullMarked;
