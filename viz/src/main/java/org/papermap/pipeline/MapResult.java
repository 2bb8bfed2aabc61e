package org.papermap.pipeline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.corpus.ReadReport;
import org.papermap.embed.Embeddings;
import org.papermap.layout.Layout.Movement;
import org.papermap.map.PaperMap;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.TopicTree;
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
    @Nullable Match match) {
  public MapResult {
    unusedLabels = List.copyOf(unusedLabels);
  }

  /// What a map keeps of an earlier map.
  ///
  /// @param movement of the papers on both maps
  /// @param topics with the names that they keep
  /// @param hues that topics keep, by number
  /// @param kept the number of topics that keep name and colour
  /// @param earlier the number of topics on the earlier map
  /// @param abstracts of the earlier page as they stand there, or nothing where the map is fitted
  ///   again
  /// @param rows of each paper its row on the earlier map, or −1
  public record Match(
      Movement movement,
      TopicTree topics,
      Map<Integer, Integer> hues,
      int kept,
      int earlier,
      String abstracts,
      List<Integer> rows) {}
}
