/// The format of files in which a user names topics or themes.
@NullMarked
package org.papermap.cluster.internal.entries;

import org.jspecify.annotations.NullMarked;
