/// Files that others may be reading or writing at the same time. Not API.
@NullMarked
package org.papermap.embed.internal.files;

import org.jspecify.annotations.NullMarked;
