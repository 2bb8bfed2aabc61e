/// Keyphrases, names and exemplars of groups of papers, and the names that the reader gives.
///
/// Begin with [org.papermap.topic.TopicModel#fit], which gives an [org.papermap.topic.TopicTree];
/// [org.papermap.topic.LabelledTopics] puts the reader's names into it. All public types are API;
/// the reading of texts and the choice of phrases are in `org.papermap.cluster.internal`, which is
/// not.
@NullMarked
package org.papermap.topic;

import org.jspecify.annotations.NullMarked;
