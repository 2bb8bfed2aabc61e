/// Exports in which each line begins with a tag: RIS, PubMed, EndNote, Web of Science.
@NullMarked
package org.papermap.embed.internal.formats.tagged;

import org.jspecify.annotations.NullMarked;
