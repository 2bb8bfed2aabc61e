/// The phrases of a corpus, their use, and their weight in a topic. Not API. Begin with
/// `PhraseIndex` and `Terms`.
@NullMarked
package org.papermap.cluster.internal.phrase;

import org.jspecify.annotations.NullMarked;
