package org.papermap.pipeline;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clusterer;
import org.papermap.cluster.ClusteringMethod;
import org.papermap.cluster.ClusteringQuality;
import org.papermap.cluster.WordNeighbors;
import org.papermap.corpus.Corpus;
import org.papermap.corpus.Paper;
import org.papermap.layout.Layout;
import org.papermap.layout.LayoutFitter;
import org.papermap.layout.LayoutMethod;
import org.papermap.map.MapDescription;
import org.papermap.map.MapHistory;
import org.papermap.map.MappedPaper;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.progress.ProgressListener;
import org.papermap.topic.Topic;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;
import org.papermap.wordsearch.WordSearch;

/// How a map comes out of an earlier one. It grows: papers keep their places, topics go on, and
/// only what is new is calculated. Or it is fitted again: places and topics are calculated for all
/// papers, and then turned and named as they were. Figures: `viz/docs/growth.md`.
///
/// @param earlier the earlier map
/// @param rows of each paper its row on the earlier map, or −1
/// @param refit whether it is fitted again
record Growth(EarlierMap earlier, int[] rows, boolean refit) {
  /// Places are calculated anew when they show what lies near by so much less than when they were
  /// last calculated.
  private static final double MOST_LOST = 0.0065;

  /// The neighbor graph. Those of papers that were on the earlier map are known from there, if
  /// their texts and the model are the same.
  NeighborGraph graph(
      Corpus corpus, EmbeddingMatrix vectors, String identity, int k, ProgressListener progress)
      throws IOException {
    if (refit || !identity.equals(earlier.map().provenance().identity())) {
      return NeighborGraph.of(vectors, k, progress);
    }
    int[] now = new int[earlier.map().papers().size()];
    Arrays.fill(now, -1);
    boolean[] isNew = new boolean[rows.length];
    for (int row = 0; row < rows.length; row++) {
      isNew[row] =
          rows[row] < 0 || !isSame(corpus.paper(row), earlier.map().papers().get(rows[row]));
      if (!isNew[row]) {
        now[rows[row]] = row;
      }
    }
    int[][] before = earlier.neighbors();
    int[] @Nullable [] known = new int[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      known[row] = isNew[row] ? null : renumbered(before[rows[row]], now, k);
    }
    return NeighborGraph.grown(vectors, k, known, isNew, progress);
  }

  /// The search by meaning, if the earlier map's can go on: it has one by the same model, and so
  /// many papers that a new one would take its time.
  Optional<WordSearch> wordSearch(Corpus corpus, EmbeddingMatrix vectors, String identity)
      throws IOException {
    if (refit
        || !GrownNames.isFor(corpus)
        || !identity.equals(earlier.map().provenance().identity())) {
      return Optional.empty();
    }
    int[] same =
        IntStream.range(0, rows.length)
            .map(row ->
                rows[row] >= 0 && isSame(corpus.paper(row), earlier.map().papers().get(rows[row]))
                    ? rows[row]
                    : -1)
            .toArray();
    return IntStream.of(same).allMatch(row -> row < 0)
        ? Optional.empty()
        : earlier.wordSearch().map(it -> it.grown(same, vectors));
  }

  /// Whether the vector is the same, as the texts are.
  private static boolean isSame(Paper paper, MappedPaper before) {
    return paper.title().equals(before.title())
        && paper.abstractText().equals(before.abstractText());
  }

  /// Neighbors by their rows on this map, or null where one has left or there were too few.
  private static int @Nullable [] renumbered(int[] neighbors, int[] now, int k) {
    if (neighbors.length < k) {
      return null;
    }
    int[] renumbered = new int[k];
    for (int rank = 0; rank < k; rank++) {
      renumbered[rank] = now[neighbors[rank]];
      if (renumbered[rank] < 0) {
        return null;
      }
    }
    return renumbered;
  }

  Layout layout(EmbeddingMatrix vectors, NeighborGraph graph, LayoutMethod placing) {
    return refit
        ? LayoutFitter.refit(vectors, graph, placing, earlier.layout(), rows)
        : LayoutFitter.grow(vectors, graph, earlier.layout(), rows);
  }

  ClusterTree tree(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordNeighbors words,
      ClusteringMethod clustering) {
    return refit
        ? Clusterer.fit(vectors, graph, words, clustering)
        : Clusterer.grow(vectors, graph, words, clustering, earlier.groups(rows));
  }

  /// Without the stability of topics where the map grows: that is measured when it is fitted.
  ClusteringQuality quality(
      EmbeddingMatrix vectors,
      NeighborGraph graph,
      WordNeighbors words,
      ClusterTree tree,
      ClusteringMethod clustering) {
    return refit
        ? ClusteringQuality.of(vectors, graph, words, tree.topics(), clustering)
        : ClusteringQuality.of(vectors, tree.topics());
  }

  /// Names that no other group may be given, as groups of the earlier map have them.
  Set<String> names() {
    if (refit) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    earlier.areas().forEach(area -> names.add(area.name()));
    for (Topic topic : earlier.topics()) {
      names.add(topic.name());
      topic.subtopics().forEach(part -> names.add(part.name()));
    }
    return names;
  }

  Match match(Layout layout, TopicTree found) {
    return EarlierMatch.of(earlier, refit ? "" : earlier.packedAbstracts(), rows, layout, found);
  }

  NextEdition edition(
      Corpus corpus, TopicTree topics, @Nullable LocalDate day, MapDescription.Quality quality) {
    MapHistory.Fit fit =
        refit
            ? new MapHistory.Fit(
                Integer.MAX_VALUE, quality.neighborsKept(), quality.trustworthiness())
            : earlier.map().history().fit();
    boolean wasDue = !refit && !earlier.map().history().refitDue().isEmpty();
    return NextEdition.after(
        earlier.map(), rows, corpus, topics.topics(), day, fit, refitDue(wasDue, fit, quality));
  }

  /// Why places should be calculated anew, or nothing where they are still good. What was due once
  /// stays so until it is done, or the advice would come and go from one map to the next.
  static String refitDue(boolean wasDue, MapHistory.Fit fit, MapDescription.Quality quality) {
    return wasDue || fit.trustworthiness() - quality.trustworthiness() > MOST_LOST
        ? String.format(
            Locale.ROOT,
            "A refit is due: the trustworthiness of the places fell from %.3f to %.3f. Make the"
                + " next map with --refit.",
            fit.trustworthiness(),
            quality.trustworthiness())
        : "";
  }
}
