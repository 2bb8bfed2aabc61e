package org.papermap.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.corpus.ReadReport;
import org.papermap.embed.Embeddings;
import org.papermap.map.PaperMap;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.vectors.EmbeddingMatrix;

/// What a run of the pipeline gives.
///
/// @param map what the page shows
/// @param vectors of the papers, row by row
/// @param quality how well apart the topics are
/// @param reading what became of the rows that were read
/// @param embeddings what embedding told beside the vectors
/// @param unusedLabels the reader's names that no group of papers could be given
/// @param match what the map has kept of an earlier one, or null where there was none to keep
public record MapResult(
    PaperMap map,
    EmbeddingMatrix vectors,
    ClusteringQuality quality,
    ReadReport reading,
    Embeddings embeddings,
    List<TopicLabel> unusedLabels,
    @Nullable EarlierMatch match) {
  public MapResult {
    unusedLabels = List.copyOf(unusedLabels);
  }
}
