/// The format of label and theme files. Not API.
@NullMarked
package org.papermap.cluster.internal.entries;

import org.jspecify.annotations.NullMarked;
