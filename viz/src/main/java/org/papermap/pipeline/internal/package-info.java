/// What the files of a map and the account of its reading are written with.
@NullMarked
package org.papermap.pipeline.internal;

import org.jspecify.annotations.NullMarked;
