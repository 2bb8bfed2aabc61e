/// Papers that share telling words, as neighbors beside those by meaning. Not API. Begin with
/// `WordGraph`.
@NullMarked
package org.papermap.cluster.internal.words;

import org.jspecify.annotations.NullMarked;
