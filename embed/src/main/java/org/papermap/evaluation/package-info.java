/// How good vectors and lookup are, against what people have judged.
@NullMarked
package org.papermap.evaluation;

import org.jspecify.annotations.NullMarked;
