/// Descriptions of embedding models: from `models.properties`, or from a folder. Nothing is loaded
/// here; [org.papermap.embed.Embedder] does that. Begin with [ModelCatalog] and [ModelSpec].
@NullMarked
package org.papermap.model;

import org.jspecify.annotations.NullMarked;
