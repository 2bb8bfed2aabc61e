/// MARC, the records of library catalogues, in bytes, in text and, for the XML formats, by field.
@NullMarked
package org.papermap.embed.internal.formats.marc;

import org.jspecify.annotations.NullMarked;
