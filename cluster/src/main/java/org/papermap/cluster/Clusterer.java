package org.papermap.cluster;

import java.util.List;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.search.NeighborGraph;
import org.papermap.smile.Smile;

/// Finds topics, and sub-topics within them.
///
/// ## Which method
///
/// Adjusted mutual information with the categories of arXiv papers (MiniLM vectors; noise counted
/// as one cluster; the number of topics found in parentheses; means of 8 samples up to 2,000
/// papers; the best of the four in bold, beside *k*-means that is told the number of categories):
///
/// | categories, papers | Ward | *k*-means | Leiden | HDBSCAN\* | *k*-means told the number |
/// |---|---|---|---|---|---|
/// | 5, 100 | .704 (7) | .673 (6) | **.739** (5) | .477 (3) | .656 |
/// | 5, 200 | .696 (8) | .658 (8) | **.749** (6) | .515 (3) | .728 |
/// | 5, 300 | .669 (10) | .663 (10) | **.737** (6) | .506 (3) | .759 |
/// | 5, 400 | .643 (12) | .645 (11) | **.739** (7) | .492 (3) | .734 |
/// | 10, 100 | .649 (9) | .591 (7) | **.652** (5) | .390 (3) | .565 |
/// | 10, 200 | .700 (10) | .641 (9) | **.703** (7) | .353 (3) | .650 |
/// | 10, 300 | .706 (11) | .668 (10) | **.711** (7) | .330 (3) | .674 |
/// | 10, 400 | .719 (11) | .662 (12) | **.730** (8) | .377 (3) | .659 |
/// | 10, 800 | .694 (14) | .675 (13) | **.728** (9) | .360 (3) | .702 |
/// | 10, 2,000 | .681 (17) | .672 (17) | **.727** (10) | .310 (3) | .714 |
/// | 25, 200 | **.546** (10) | .467 (9) | .528 (7) | .281 (3) | .408 |
/// | 25, 300 | **.577** (11) | .508 (10) | .563 (9) | .274 (4) | .474 |
/// | 25, 500 | **.606** (16) | .550 (14) | .593 (10) | .273 (4) | .543 |
/// | 25, 1,000 | **.634** (18) | .609 (17) | .630 (13) | .259 (4) | .595 |
/// | 25, 2,500 | .665 (20) | .656 (20) | **.667** (15) | .246 (4) | .642 |
/// | 25, 3,750 | **.645** (22) | .616 (25) | .640 (15) | .201 (3) | .616 |
/// | 25, 6,250 | .653 (20) | .640 (22) | **.657** (17) | .179 (3) | .622 |
///
/// Leiden gains up to .10 where there are few subjects, whose number it follows, loses .02 at most,
/// and takes 0.3 s for the 6,250 papers where Ward takes 12 s. So [ClusteringMethod#forPapers]
/// takes it from 300 papers on. There two seeds agree with an AMI of .85 to 1 (15 pairs of seeds on
/// each of four sets of 500 to 3,750); on the 91 papers in `data/` with .67 to 1, where Ward
/// depends on no seed. The resolution of Leiden was chosen on samples of the same papers.
///
/// HDBSCAN\* leaves 23 to 60 % of these papers in no topic: distances of abstracts vary too little
/// for density to tell subjects apart.
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
/// by the cosine, mutual neighbors twice as strongly. The communities at a resolution of 1.5 are
/// the topics; their number follows from the papers, and those of fewer than 3 papers are dissolved
/// into the ones they have the strongest ties to. They are not refined: that lowers the AMI of
/// large sets (from .660 to .644 on the 6,250, mean of 3 seeds). Sub-topics are the communities at
/// a resolution of 1 within each topic of 8 papers or more, the smallest dissolved until there are
/// 6.
///
/// ## What HDBSCAN\* does
///
/// Its regions are the topics, all other papers are noise. Up to 1,000 papers all pairs are
/// compared; of more papers near neighbors only. Sub-topics are those of Leiden.
///
/// ## How many topics
///
/// Under 6 papers, and where no division has a silhouette above 0 (as when all papers are equal),
/// there is one topic; with no papers there is none. So also where HDBSCAN\* finds no two regions.
/// With [TopicCount.Fixed] there are exactly so many topics, however small.
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
    int[] areas = Areas.of(vectors, topics, Areas.count(topics.count()));
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
      used += Refinement.count(within);
    }
    return Clustering.of(fine);
  }

  /// How far outside of all dense regions each paper lies, from 0 within one to 1, by GLOSH
  /// (Campello, Moulavi, Zimek and Sander, doi:10.1145/2733381): what is unlike all the rest, or
  /// between two subjects. All 0 of fewer than two papers.
  ///
  /// @param graph neighbors of the same papers
  public static float[] outlierScores(
      EmbeddingMatrix vectors, NeighborGraph graph, ClusteringMethod.Hdbscan method) {
    requireSamePapers(vectors, graph);
    return vectors.rows() < 2
        ? new float[vectors.rows()]
        : DenseRegions.of(vectors, graph, method).outlierScores();
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
      case ClusteringMethod.Leiden(TopicCount topics, _) -> check(rows, topics);
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
      case ClusteringMethod.Leiden(_, long seed) ->
          Communities.within(vectors, MOST_SUBTOPICS, seed);
      // Any seed will do: HDBSCAN has none of its own.
      case ClusteringMethod.Hdbscan _ -> Communities.within(vectors, MOST_SUBTOPICS, 0);
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
        : refined(vectors, new SeededStart(vectors, seed), topics, most);
  }

  private static int[] refined(EmbeddingMatrix vectors, Start start, TopicCount topics, int most) {
    return switch (topics) {
      case TopicCount.Auto _ -> TopicCountRule.choose(vectors, start, most);
      case TopicCount.Fixed(int number) -> Refinement.settle(vectors, start.labels(number));
    };
  }
}
