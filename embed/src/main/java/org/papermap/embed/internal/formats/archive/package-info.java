/// Files that hold other files: zip and tar.
@NullMarked
package org.papermap.embed.internal.formats.archive;

import org.jspecify.annotations.NullMarked;
