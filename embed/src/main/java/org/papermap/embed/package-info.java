/// Sentence-transformer models and the vectors they make of texts.
@NullMarked
package org.papermap.embed;

import org.jspecify.annotations.NullMarked;
