/// Text that people read: saved pages, listings, lists.
@NullMarked
package org.papermap.embed.internal.formats.text;

import org.jspecify.annotations.NullMarked;
