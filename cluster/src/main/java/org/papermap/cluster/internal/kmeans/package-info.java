/// Spherical *k*-means from given groups, silhouettes, and the rule for the number of topics. Not
/// API. Begin with `TopicCountRule`.
@NullMarked
package org.papermap.cluster.internal.kmeans;

import org.jspecify.annotations.NullMarked;
