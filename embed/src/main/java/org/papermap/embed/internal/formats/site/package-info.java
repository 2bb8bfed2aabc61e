/// Text that was copied from the pages of one site.
@NullMarked
package org.papermap.embed.internal.formats.site;

import org.jspecify.annotations.NullMarked;
