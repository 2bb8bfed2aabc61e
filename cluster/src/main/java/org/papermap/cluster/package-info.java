/// Groups of papers: methods of clustering, the tree of areas, topics and sub-topics, and its
/// quality.
///
/// Begin with [org.papermap.cluster.Clusterer#fit] and [org.papermap.cluster.ClusteringMethod].
/// [org.papermap.cluster.TopicAssignment] finds topics for new papers. All public types are API;
/// the algorithms are in the packages below `org.papermap.cluster.internal`, which are not.
@NullMarked
package org.papermap.cluster;

import org.jspecify.annotations.NullMarked;
