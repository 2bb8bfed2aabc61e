package org.papermap.cluster;

import java.util.List;
import org.papermap.cluster.Clustering.EarlierTopics;
import org.papermap.cluster.ClusteringMethod.LeidenProgram;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.InitialGroups;
import org.papermap.cluster.internal.kmeans.KMeansPlusPlus;
import org.papermap.cluster.internal.kmeans.SphericalKMeans;
import org.papermap.cluster.internal.kmeans.TopicCountRule;
import org.papermap.cluster.internal.smile.Smile;
import org.papermap.cluster.internal.words.WordGraph;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds topics, the areas above them and the sub-topics within them, by the given
/// [ClusteringMethod].
///
/// Fewer than 6 papers, equal papers, and papers without any groups make one topic; no papers make
/// none. [TopicCount.Fixed] gives exactly so many topics. Papers with a similarity of .98 or more
/// are near duplicates: they count as one paper where most papers have none, and stay together on
/// every level, unless that would cost a topic of a number that was fixed.
///
/// The result depends on the vectors, the neighbors, the method and its seed alone: not on threads,
/// nor, up to 200,000 papers, on the order of the papers. How each method works here, and how well
/// on labelled papers, stands in `cluster/docs/clustering.md`.
public final class Clusterer {
  /// A topic of fewer papers is not divided.
  private static final int FEWEST_WITH_SUBTOPICS = 8;

  /// The most sub-topics of a topic: more could not be told apart by their names.
  private static final int MOST_SUBTOPICS = 6;

  /// Of fewer papers Ward's tree is no worse, and stays the same whatever the seed.
  private static final int FEWEST_COMMUNITIES = 40;

  private Clusterer() {}

  /// The tree of areas (from 6 topics on), topics and sub-topics, by meaning alone. A topic that is
  /// not divided is its own only sub-topic. Noise, which [ClusteringMethod.Hdbscan] alone leaves,
  /// is in no cluster.
  ///
  /// @param graph neighbors of the same papers, about 15 each; Ward and *k*-means do not use it
  /// @throws IllegalArgumentException if the graph is of another number of papers, or [#check]
  ///   would refuse
  public static ClusterTree fit(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod method) {
    return fit(vectors, graph, WordNeighbors.none(graph.rows()), method);
  }

  /// The same by meaning and by words; [ClusteringMethod.Leiden] alone uses the latter.
  ///
  /// @throws IllegalArgumentException if the neighbors are of another number of papers, or [#check]
  ///   would refuse
  public static ClusterTree fit(
      EmbeddingMatrix vectors, NeighborGraph graph, WordNeighbors words, ClusteringMethod method) {
    requireSamePapers(vectors, graph, words);
    check(vectors.rows(), method);
    NearDuplicates same = NearDuplicates.of(vectors, graph);
    boolean joined = isJoined(same, vectors.rows(), method);
    NearDuplicates none = NearDuplicates.none(vectors.rows());
    DistinctPapers papers = DistinctPapers.of(vectors, graph, words.graph(), joined ? same : none);
    NearDuplicates left = joined ? none : NearDuplicates.of(papers.vectors(), papers.graph());
    return papers.all(fit(papers, left, method));
  }

  /// The default method for these papers: Leiden from [ClusteringMethod#LEIDEN_FROM] on, and from
  /// 40 on where their communities are clear; else Ward, which depends on no seed.
  public static ClusteringMethod choose(
      EmbeddingMatrix vectors, NeighborGraph graph, TopicCount topics, long seed) {
    int papers = vectors.rows();
    WordNeighbors words = WordNeighbors.none(papers);
    requireSamePapers(vectors, graph, words);
    boolean clear =
        papers >= FEWEST_COMMUNITIES
            && papers < ClusteringMethod.LEIDEN_FROM
            && Communities.areClear(
                DistinctPapers.of(vectors, graph, words.graph(), NearDuplicates.none(papers)));
    return clear
        ? new ClusteringMethod.Leiden(topics, seed)
        : ClusteringMethod.forPapers(papers, topics, seed);
  }

  /// Whether near duplicates count as one paper: not where there would be too few papers for the
  /// topics asked for, nor where there is little else.
  private static boolean isJoined(NearDuplicates same, int papers, ClusteringMethod method) {
    int fewest = isFixed(method) ? papers : Math.max(TopicCountRule.FEWEST_TO_DIVIDE, papers / 2);
    return same.distinct() >= fewest;
  }

  /// @param same near duplicates that are apart among the papers
  private static ClusterTree fit(
      DistinctPapers papers, NearDuplicates same, ClusteringMethod method) {
    EmbeddingMatrix vectors = papers.vectors();
    Clustering found = topics(vectors, papers.graph(), papers.words(), method);
    Clustering together = same.together(found);
    // Where a number of topics is asked for, that counts for more.
    boolean kept = together.count() == found.count() || !isFixed(method);
    Clustering topics = kept ? together : found;
    Clustering subtopics = subtopics(vectors, topics, method);
    if (kept) {
      subtopics = same.together(subtopics);
    }
    if (topics.count() < Areas.FEWEST_TOPICS) {
      return ClusterTree.of(List.of(topics, subtopics));
    }
    int[] areas = Areas.of(vectors, topics, method, Areas.count(topics.count(), method));
    return ClusterTree.of(List.of(above(topics, areas), topics, subtopics), 1);
  }

  /// The tree of a map that grows from an earlier one: topics go on under the papers that they had,
  /// new papers join those of their neighbors, and a topic opens where new papers form one.
  ///
  /// @param graph neighbors of the same papers, about 15 each
  /// @param words which [ClusteringMethod.Leiden] alone uses
  /// @param earlier the groups of the earlier map
  /// @throws IllegalArgumentException as [#fit] does
  public static ClusterTree grow(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordNeighbors words,
      ClusteringMethod method,
      EarlierTopics earlier) {
    requireSamePapers(vectors, graph, words);
    check(vectors.rows(), method);
    GrowingTopics growing = new GrowingTopics(vectors, graph, words, earlier);
    NearDuplicates same = NearDuplicates.of(vectors, graph);
    Clustering topics = same.together(grown(vectors, graph, method, earlier, growing));
    int[] fine = topics.labels();
    int used = 0;
    for (int topic = 0; topic < topics.count(); topic++) {
      int[] rows = topics.members(topic).stream().mapToInt(Integer::intValue).toArray();
      int[] within = growing.subtopics(rows, FEWEST_WITH_SUBTOPICS);
      if (within == null) {
        within = divided(vectors, rows, method);
      }
      for (int i = 0; i < rows.length; i++) {
        fine[rows[i]] = used + within[i];
      }
      used += Labels.count(within);
    }
    Clustering subtopics = same.together(Clustering.of(fine));
    if (topics.count() < Areas.FEWEST_TOPICS) {
      return ClusterTree.of(List.of(topics, subtopics));
    }
    int[] areas =
        earlier.areas().isEmpty()
            ? Areas.of(vectors, topics, method, Areas.count(topics.count(), method))
            : growing.areas(topics);
    return ClusterTree.of(List.of(above(topics, areas), topics, subtopics), 1);
  }

  private static Clustering grown(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      ClusteringMethod method,
      EarlierTopics earlier,
      GrowingTopics growing) {
    if (isFixed(method)) {
      return growing.kept(earlier.topicLabels());
    }
    return switch (method) {
      case ClusteringMethod.Leiden leiden -> growing.communities(leiden);
      case ClusteringMethod.Ward _, ClusteringMethod.KMeans _, ClusteringMethod.Hdbscan _ ->
          growing.kept(
              topics(vectors, graph, WordNeighbors.none(vectors.rows()).graph(), method).labels());
    };
  }

  private static boolean isFixed(ClusteringMethod method) {
    return switch (method) {
      case ClusteringMethod.Ward(TopicCount topics) -> topics instanceof TopicCount.Fixed;
      case ClusteringMethod.KMeans(TopicCount topics, _) -> topics instanceof TopicCount.Fixed;
      case ClusteringMethod.Leiden(TopicCount topics, _, _) -> topics instanceof TopicCount.Fixed;
      case ClusteringMethod.Hdbscan _ -> false;
    };
  }

  private static Clustering above(Clustering topics, int[] areas) {
    int[] labels = topics.labels();
    for (int row = 0; row < labels.length; row++) {
      labels[row] = labels[row] == Clustering.NOISE ? Clustering.NOISE : areas[labels[row]];
    }
    return Clustering.of(labels);
  }

  private static Clustering subtopics(
      EmbeddingMatrix vectors, Clustering topics, ClusteringMethod method) {
    int[] fine = topics.labels();
    int used = 0;
    for (int topic = 0; topic < topics.count(); topic++) {
      int[] rows = topics.members(topic).stream().mapToInt(Integer::intValue).toArray();
      int[] within = divided(vectors, rows, method);
      for (int i = 0; i < rows.length; i++) {
        fine[rows[i]] = used + within[i];
      }
      used += Labels.count(within);
    }
    return Clustering.of(fine);
  }

  /// The parts of a topic.
  private static int[] divided(EmbeddingMatrix vectors, int[] rows, ClusteringMethod method) {
    return rows.length < FEWEST_WITH_SUBTOPICS
        ? new int[rows.length]
        : subtopics(vectors.select(rows), method);
  }

  static void requireSamePapers(EmbeddingMatrix vectors, NeighborGraph graph, WordNeighbors words) {
    int other = vectors.rows() == graph.rows() ? words.rows() : graph.rows();
    if (vectors.rows() != other) {
      throw new IllegalArgumentException(
          "%d vectors beside the neighbors of %d papers. Give those of the same papers."
              .formatted(vectors.rows(), other));
    }
  }

  /// Refuses what [#fit] would refuse for this number of papers, before any work is done.
  ///
  /// @throws IllegalArgumentException if more topics are wanted than there are papers, or there are
  ///   more papers than the method takes
  public static void check(int rows, ClusteringMethod method) {
    switch (method) {
      case ClusteringMethod.Ward(TopicCount topics) -> {
        check(rows, topics);
        if (rows > ClusteringMethod.WARD_LIMIT) {
          throw new IllegalArgumentException(
              "Ward: %d papers. It takes up to %d; use Leiden or k-means."
                  .formatted(rows, ClusteringMethod.WARD_LIMIT));
        }
      }
      case ClusteringMethod.KMeans(TopicCount topics, _) -> check(rows, topics);
      case ClusteringMethod.Leiden(TopicCount topics, _, _) -> check(rows, topics);
      case ClusteringMethod.Hdbscan _ -> {}
    }
  }

  private static void check(int rows, TopicCount topics) {
    if (rows > 0 && topics instanceof TopicCount.Fixed(int number) && number > rows) {
      throw new IllegalArgumentException(
          "topics: %d, and there are fewer papers. Give auto, or %d at most."
              .formatted(number, rows));
    }
  }

  private static Clustering topics(
      EmbeddingMatrix vectors, NeighborGraph graph, WordGraph words, ClusteringMethod method) {
    return switch (method) {
      case ClusteringMethod.Ward(TopicCount topics) -> Clustering.of(byWard(vectors, topics));
      case ClusteringMethod.KMeans(TopicCount topics, long seed) ->
          Clustering.of(byKMeans(vectors, topics, seed));
      case ClusteringMethod.Leiden leiden ->
          Clustering.of(Communities.divide(vectors, graph, words, leiden));
      case ClusteringMethod.Hdbscan hdbscan ->
          vectors.rows() < 2 * hdbscan.minimumSize()
              ? Clustering.of(new int[vectors.rows()])
              : DenseRegions.of(vectors, graph, hdbscan).clustering();
    };
  }

  private static int[] subtopics(EmbeddingMatrix vectors, ClusteringMethod method) {
    return switch (method) {
      case ClusteringMethod.Ward _ -> byWard(vectors, TopicCount.auto(), MOST_SUBTOPICS);
      case ClusteringMethod.KMeans(_, long seed) ->
          byKMeans(vectors, TopicCount.auto(), seed, MOST_SUBTOPICS);
      case ClusteringMethod.Leiden(_, long seed, LeidenProgram program) ->
          Communities.within(vectors, MOST_SUBTOPICS, program, seed);
      // HDBSCAN has no seed; any fixed one will do.
      case ClusteringMethod.Hdbscan _ ->
          Communities.within(vectors, MOST_SUBTOPICS, LeidenProgram.PAPERMAP, 0);
    };
  }

  static int[] byWard(EmbeddingMatrix vectors, TopicCount topics) {
    return byWard(vectors, topics, vectors.rows());
  }

  private static int[] byWard(EmbeddingMatrix vectors, TopicCount topics, int most) {
    // Smile's tree needs two leaves.
    return vectors.rows() < 2
        ? new int[vectors.rows()]
        : refined(vectors, Smile.ward(vectors)::cut, topics, most);
  }

  static int[] byKMeans(EmbeddingMatrix vectors, TopicCount topics, long seed) {
    return byKMeans(vectors, topics, seed, vectors.rows());
  }

  private static int[] byKMeans(EmbeddingMatrix vectors, TopicCount topics, long seed, int most) {
    return vectors.rows() < 2
        ? new int[vectors.rows()]
        : refined(vectors, new KMeansPlusPlus(vectors, seed), topics, most);
  }

  private static int[] refined(
      EmbeddingMatrix vectors, InitialGroups start, TopicCount topics, int most) {
    return switch (topics) {
      case TopicCount.Auto _ -> TopicCountRule.choose(vectors, start, most);
      case TopicCount.Fixed(int number) -> SphericalKMeans.refine(vectors, start.labels(number));
    };
  }
}
