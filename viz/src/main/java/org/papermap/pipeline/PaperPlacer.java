package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.TopicAssignment;
import org.papermap.layout.FittedLayout;
import org.papermap.layout.FittedLayout.Placement;
import org.papermap.layout.Layout;
import org.papermap.map.MappedPaper;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds out where new papers belong on a finished map, which stays as it is: place, topic and
/// nearest papers, each independent of the other new papers. Immutable; its methods may be called
/// from any thread.
public final class PaperPlacer {
  /// As many papers of the map vote for a topic, a ninth of a small one.
  private static final int VOTERS = 15;

  private static final int FEWEST_VOTERS = 4;

  private final List<MappedPaper> papers;
  private final EmbeddingMatrix vectors;
  private final FittedLayout layout;
  private final Clustering topics;

  private PaperPlacer(List<MappedPaper> papers, EmbeddingMatrix vectors) {
    this.papers = papers;
    this.vectors = vectors;
    double[] places = new double[2 * papers.size()];
    int[] labels = new int[papers.size()];
    for (int row = 0; row < labels.length; row++) {
      MappedPaper paper = papers.get(row);
      places[2 * row] = paper.x();
      places[2 * row + 1] = paper.y();
      Integer topic = paper.topic();
      labels[row] = topic == null ? Clustering.NOISE : topic;
    }
    this.layout = FittedLayout.of(vectors, Layout.within(places));
    this.topics = Clustering.of(labels);
  }

  /// What was found out of a new paper.
  ///
  /// @param place on the map, with the share of its nearest papers that are nearest there, too
  /// @param topic the number of its topic; null where it is like none of them
  /// @param confidence the share of the nearest papers' votes for the topic, by their similarity; 0
  ///   where there is none
  /// @param nearest papers of the map, the nearest first
  public record Placed(
      Placement place, @Nullable Integer topic, double confidence, List<Near> nearest) {}

  /// A paper of the map.
  public record Near(MappedPaper paper, float similarity) {}

  /// A finished map.
  ///
  /// @param papers of the map, one or more
  /// @param vectors of the same papers, row by row
  public static PaperPlacer of(List<MappedPaper> papers, EmbeddingMatrix vectors) {
    return new PaperPlacer(List.copyOf(papers), vectors);
  }

  /// Finds out where new papers belong, in their order.
  ///
  /// @param newPapers embedded as the map's papers were
  /// @param k nearest papers to tell of each, fewer where the map has fewer
  public List<Placed> place(EmbeddingMatrix newPapers, int k) {
    int voters = Math.clamp(vectors.rows() / 9, FEWEST_VOTERS, VOTERS);
    TopicAssignment found = TopicAssignment.of(vectors, voters, topics, newPapers);
    List<Placement> places = layout.place(newPapers);
    List<Placed> placed = new ArrayList<>();
    for (int row = 0; row < newPapers.rows(); row++) {
      int topic = found.topic(row);
      placed.add(
          new Placed(
              places.get(row),
              topic == Clustering.NOISE
                  ? null
                  // Clusters are numbered by their sizes, topics as the map says.
                  : papers.get(topics.members(topic).getFirst()).topic(),
              found.confidence(row),
              nearest(newPapers.row(row), k)));
    }
    return List.copyOf(placed);
  }

  private List<Near> nearest(float[] vector, int k) {
    TopK nearest = new TopK(Math.min(k, vectors.rows()));
    for (int row = 0; row < vectors.rows(); row++) {
      nearest.offer(row, vectors.dot(row, vector));
    }
    List<Near> found = new ArrayList<>();
    for (int row : nearest.rows()) {
      found.add(new Near(papers.get(row), vectors.similarity(row, vector)));
    }
    return List.copyOf(found);
  }
}
