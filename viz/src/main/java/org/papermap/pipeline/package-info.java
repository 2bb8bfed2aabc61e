/// The whole job, from files of papers to a map on disk. Begin with
/// [org.papermap.pipeline.MapPipeline]; [org.papermap.pipeline.MapFolder] writes what it gives, and
/// opens it again for lookup.
@NullMarked
package org.papermap.pipeline;

import org.jspecify.annotations.NullMarked;
