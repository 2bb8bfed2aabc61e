/// The whole job, from files of papers to a map on disk.
@NullMarked
package org.papermap.pipeline;

import org.jspecify.annotations.NullMarked;
