/// BibTeX and BibLaTeX.
@NullMarked
package org.papermap.embed.internal.formats.bibtex;

import org.jspecify.annotations.NullMarked;
