/// Titles and abstracts as numbers of words: tokens, languages, stems, stop words, abbreviations.
/// Not API. Begin with `PaperWords`.
@NullMarked
package org.papermap.cluster.internal.text;

import org.jspecify.annotations.NullMarked;
