package org.papermap.cluster;

import java.util.List;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.InitialGroups;
import org.papermap.cluster.internal.kmeans.KMeansPlusPlus;
import org.papermap.cluster.internal.kmeans.SphericalKMeans;
import org.papermap.cluster.internal.kmeans.TopicCountRule;
import org.papermap.cluster.internal.smile.Smile;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;

/// Finds topics, and sub-topics within them.
///
/// ## Which method
///
/// Adjusted mutual information with the categories of arXiv papers (MiniLM vectors; noise counted
/// as one cluster; the number of topics found in parentheses; means of 3 samples up to 2,500
/// papers, of which the uneven ones have about ten times more papers of one category than of the
/// rarest; the best of the first three in bold, beside *k*-means that is told the number of
/// categories):
///
/// | categories, papers | Ward | Leiden | HDBSCAN\* | *k*-means told the number |
/// |---|---|---|---|---|
/// | 5, 100 | .719 (6) | **.781** (5) | .707 (3) | .652 |
/// | 5, 400 | .644 (13) | **.763** (6) | .715 (5) | .747 |
/// | 10, 300 | **.770** (9) | .766 (9) | .717 (8) | .666 |
/// | 10, 1,000 | .747 (14) | **.788** (10) | .726 (11) | .737 |
/// | 10, 1,000 uneven | .699 (14) | **.728** (11) | .686 (8) | .691 |
/// | 25, 300 | **.563** (12) | .554 (9) | .497 (5) | .458 |
/// | 25, 1,000 | **.633** (17) | .626 (13) | .596 (15) | .585 |
/// | 25, 2,500 | .641 (21) | **.645** (16) | .605 (20) | .627 |
/// | 25, 2,500 uneven | .647 (17) | **.666** (14) | .613 (19) | .623 |
/// | 25, 6,250 | | **.655** (18) | .626 (17) | .631 |
///
/// Leiden gains up to .12 on Ward where there are few subjects, whose number it follows, and loses
/// .01 at most. Two seeds agree with an AMI of .93 to 1 on average over the samples of each row,
/// .92 at the least. So [ClusteringMethod#forPapers] takes it from 300 papers on; below that Ward,
/// which depends on no seed, since on the 91 papers in `data/` single searches of Leiden agreed
/// with .67 to 1 only. The table was made with the program of Leiden's authors; on 18 other samples
/// of 300 to 2,500 papers, three a row, means of our own differ from theirs by .004 at most, on all
/// 6,250 by .002, and are above *k*-means by .02 to .10. HDBSCAN\* leaves 5 to 10 % of these papers
/// in no topic. The resolution of Leiden and the smoothing of HDBSCAN\* were chosen on samples of
/// the same papers.
///
/// ## What Ward and *k*-means do
///
/// The method gives first groups (a cut of Ward's tree, or papers around drawn seeds). They are
/// refined by spherical *k*-means until every paper is in the group whose centroid is nearest.
/// Sub-topics come from doing the same again within each topic of 8 papers or more, with 6 at most.
///
/// On 2,500 papers of 25 arXiv categories (100 each) the refinement raises the adjusted mutual
/// information with the categories from .608 to .659 at 25 topics, and from .617 to .665 at 20;
/// *k*-means from drawn seeds has .63.
///
/// With [TopicCount.Auto], *k* is looked for around *m* = (log₂ *n*)² / 5, from *m* / 1.6 to 1.6
/// *m*, at up to 12 values. Each division is refined, groups of fewer than 3 papers are dissolved
/// into their neighbors, and the mean silhouette is taken. Of all divisions with at least 95 % of
/// the best silhouette the one with the most topics is chosen, as finer topics have plainer names.
/// Groups beyond doubt are taken as they are: where a division, of 2 topics and up, has a
/// silhouette of 0.5 or more, the one with the highest is chosen. On the 91 papers about efficient
/// machine learning in `data/` Ward gives 9.
///
/// The band is there because silhouettes of abstracts favor the extremes: two or three topics
/// (mathematics, physics, computing), or pairs of near-duplicates.
///
/// ## What Leiden does
///
/// Papers are tied to their 15 nearest (a fifth of the papers where that is less, but 4 at least)
/// by the cosine, mutual neighbors twice as strongly. Ten short searches for communities at a
/// resolution of 1.5 weaken each tie to the share of them that leave its ends together; the topics
/// are the communities of the network so weakened. Their number follows from the papers, and those
/// of fewer than 3 papers, or of a thousandth of all where that is more, are dissolved into the
/// ones they have the strongest ties to. They are not refined: that lowers the AMI of large sets
/// (from .660 to .644 on the 6,250, mean of 3 seeds). Sub-topics are the communities at a
/// resolution of 1 within each topic of 8 papers or more, the smallest dissolved until there are 6.
///
/// The searches are our own, or those of its authors' program ([LeidenProgram]), with which a map
/// of 9,868 papers takes 1.6 processor seconds more in all: in a process that has just begun theirs
/// is mostly being compiled.
///
/// The ten searches are there for the seed. Single ones of two seeds agree with an AMI of .84 on
/// average, .81 at the least, over 9,868 papers about machine learning, which have no plain
/// borders, and with .89 and .85 over the 6,250 of arXiv; what ten agree on with .94 and .95, .91
/// and .94 at the least (5 seeds of each). The AMI with the categories stays as it is.
///
/// ## What HDBSCAN\* does
///
/// Abstracts as they are differ too little in density: on the 6,250 the published method finds 3
/// regions, with an AMI of .18, and 56 % noise. So the vectors are first moved towards the mean of
/// themselves and their neighbors, 5 times over. Near papers are then looked for among neighbors
/// and theirs; up to 1,000 papers all pairs are compared. Of the tree of regions those are taken
/// that no region divides, at the minimum size where they last longest, weighed over all sizes from
/// a 500th of the papers on. That gives 17 topics with 44 % noise and an AMI of .51; with a tenth
/// of noise left .63, with none .65. As a rule a tenth is left: the densest papers join the topic
/// with the nearest centroid. Sub-topics are those of Leiden.
///
/// ## Areas
///
/// Where there are 6 topics or more, those that lie close together make up areas, one more than the
/// rounded square root of their number. The directions of the topics' centroids are joined, each
/// counting as one: with 18 topics of the 6,250 papers 5 areas had an AMI of .63 with the archives
/// of arXiv (computing, mathematics, condensed matter …) so, and .57 where topics counted by their
/// papers.
///
/// Topics of Ward and *k*-means are joined by Ward's criterion: of the 91 papers in `data/` that
/// gives diffusion, vision, language models, and retrieval. Communities are joined by average
/// linkage (Smile's), after the mean of all directions is taken off. Their AMI with the archives is
/// .70 (by Ward's criterion .62; 4 seeds), and .74 on six samples of 900 to 2,500 papers (by Ward's
/// .69). Without the mean taken off it is the same there; but all of 9,868 papers about machine
/// learning have much in common, and come out as two areas and single topics beside them.
///
/// ## How many topics
///
/// Under 6 papers, and where all are equal, there is one topic; with no papers there is none. So
/// also where Ward and *k*-means find no division with a silhouette above 0, HDBSCAN\* no two
/// regions, and Leiden's ten searches do not agree: where they leave less than .4 of the ties
/// together, by weight. Among the papers spoken of here they leave .59 to .85 together, of 300
/// papers and more, and .44 to .81 of 50 to 100; of directions drawn at random in 64 and 384
/// dimensions .22 to .34, and .38 to .40. A silhouette would not tell the two apart: it falls with
/// the number of topics, and was −.04 for 100,000 papers in ten versions each, which do have
/// topics. With [TopicCount.Fixed] there are exactly so many topics, however small.
///
/// ## Order
///
/// The result depends on the vectors, the graph, the method and its seed alone: not on threads.
/// Ties go to the lower row.
public final class Clusterer {
  /// Fewer papers than this are read at a glance and need no sub-topics.
  private static final int FEWEST_WITH_SUBTOPICS = 8;

  /// More could not be told apart by name within a topic.
  private static final int MOST_SUBTOPICS = 6;

  private Clusterer() {}

  /// Areas, where there are 6 topics or more, topics, and sub-topics; a topic that is not divided
  /// is its own only sub-topic. Noise, which [ClusteringMethod.Hdbscan] alone leaves, is in none.
  ///
  /// @param graph neighbors of the same papers; 15 each serve well, and Ward and *k*-means do
  ///   without
  /// @throws IllegalArgumentException if the graph is of another number of papers, more topics are
  ///   wanted than there are papers, or Ward is asked to take more than
  ///   [ClusteringMethod#WARD_LIMIT]
  public static ClusterTree fit(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod method) {
    requireSamePapers(vectors, graph);
    check(vectors.rows(), method);
    Clustering topics = topics(vectors, graph, method);
    Clustering subtopics = subtopics(vectors, topics, method);
    if (topics.count() < Areas.FEWEST_TOPICS) {
      return ClusterTree.of(List.of(topics, subtopics));
    }
    int[] areas = Areas.of(vectors, topics, method, Areas.count(topics.count()));
    return ClusterTree.of(List.of(above(topics, areas), topics, subtopics), 1);
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
      int[] within =
          rows.length < FEWEST_WITH_SUBTOPICS
              ? new int[rows.length]
              : subtopics(vectors.select(rows), method);
      for (int i = 0; i < rows.length; i++) {
        fine[rows[i]] = used + within[i];
      }
      used += Labels.count(within);
    }
    return Clustering.of(fine);
  }

  private static void requireSamePapers(EmbeddingMatrix vectors, NeighborGraph graph) {
    if (vectors.rows() != graph.rows()) {
      throw new IllegalArgumentException(
          "%d vectors beside the neighbors of %d papers. Give those of the same papers."
              .formatted(vectors.rows(), graph.rows()));
    }
  }

  /// What [#fit] refuses of a number of papers, to be told before work is put into them.
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
          "topics: %d for %d papers. Give auto, or 1 to %d.".formatted(number, rows, rows));
    }
  }

  private static Clustering topics(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod method) {
    return switch (method) {
      case ClusteringMethod.Ward(TopicCount topics) -> Clustering.of(byWard(vectors, topics));
      case ClusteringMethod.KMeans(TopicCount topics, long seed) ->
          Clustering.of(byKMeans(vectors, topics, seed));
      case ClusteringMethod.Leiden leiden ->
          Clustering.of(Communities.divide(vectors, graph, leiden));
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
      // Any seed will do: HDBSCAN has none of its own.
      case ClusteringMethod.Hdbscan _ ->
          Communities.within(vectors, MOST_SUBTOPICS, LeidenProgram.PAPERMAP, 0);
    };
  }

  static int[] byWard(EmbeddingMatrix vectors, TopicCount topics) {
    return byWard(vectors, topics, vectors.rows());
  }

  private static int[] byWard(EmbeddingMatrix vectors, TopicCount topics, int most) {
    // Smile's tree wants two leaves.
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
      case TopicCount.Fixed(int number) -> SphericalKMeans.settle(vectors, start.labels(number));
    };
  }
}
