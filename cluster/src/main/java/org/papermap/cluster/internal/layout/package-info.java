/// The optimisations of t-SNE and UMAP, and the places that they begin with. Not API. Begin with
/// `Tsne` and `Umap`.
@NullMarked
package org.papermap.cluster.internal.layout;

import org.jspecify.annotations.NullMarked;
