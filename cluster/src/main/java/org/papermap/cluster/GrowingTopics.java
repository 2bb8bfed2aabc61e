package org.papermap.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.Clustering.EarlierTopics;
import org.papermap.cluster.internal.Labels;
import org.papermap.cluster.internal.kmeans.Centroids;
import org.papermap.cluster.internal.kmeans.TopicCountRule;
import org.papermap.cluster.internal.leiden.NeighborNetwork;
import org.papermap.math.DotProduct;
import org.papermap.neighbors.NeighborGraph;
import org.papermap.vectors.EmbeddingMatrix;

/// The groups of a map that grows from an earlier one (trials: `viz/docs/growth.md`).
///
/// Leiden's topics change as their papers' neighbors do: in the consensus of searches over all
/// papers the earlier topics vote too, and the search begins with them. Topics of the other methods
/// keep their papers; new papers join the topic of their neighbors, and where the method, run over
/// all papers, finds a group most of whose papers are new, these open a topic.
final class GrowingTopics {
  /// A topic in which less of the papers are in a sub-topic of it is divided anew.
  private static final double MOST = 0.75;

  private final EmbeddingMatrix vectors;
  private final NeighborGraph graph;
  private final WordNeighbors words;
  private final EarlierTopics earlier;
  private final int[] before;

  GrowingTopics(
      EmbeddingMatrix vectors, NeighborGraph graph, WordNeighbors words, EarlierTopics earlier) {
    if (earlier.topics().size() != vectors.rows()) {
      throw new IllegalArgumentException(
          "earlier topics of %d papers beside %d vectors. Give those of the same papers."
              .formatted(earlier.topics().size(), vectors.rows()));
    }
    this.vectors = vectors;
    this.graph = graph;
    this.words = words;
    this.earlier = earlier;
    this.before = earlier.topicLabels();
  }

  /// The topics, by Leiden.
  Clustering communities(ClusteringMethod.Leiden method) {
    NeighborNetwork network = Communities.network(vectors, graph, words.graph(), method);
    int[] found = Communities.grown(vectors, network, before, method.seed());
    return Clustering.of(fixed(found));
  }

  /// The topics, each with the papers that it had.
  ///
  /// @param anew what the method finds in all papers, or the earlier topics where no new topic may
  ///   open
  Clustering kept(int[] anew) {
    return Clustering.of(voted(opened(anew), IntStream.range(0, anew.length).toArray()));
  }

  /// The earlier topics, and for the new papers of each group that most new papers make up another.
  private int[] opened(int[] anew) {
    int[] labels = before.clone();
    int next = Labels.count(before);
    for (int group = 0; group < Labels.count(anew); group++) {
      int wanted = group;
      int[] rows = IntStream.range(0, anew.length).filter(row -> anew[row] == wanted).toArray();
      int[] fresh = IntStream.of(rows).filter(row -> before[row] == EarlierTopics.NEW).toArray();
      if (2 * fresh.length > rows.length && fresh.length >= TopicCountRule.MINIMUM_SIZE) {
        for (int row : fresh) {
          labels[row] = next;
        }
        next++;
      }
    }
    return labels;
  }

  /// Gives each of these papers without a label that of most of its neighbors, again and again
  /// until all that have a neighbor with one have one; the others get the largest group's.
  private int[] voted(int[] labels, int[] rows) {
    int[] voted = labels.clone();
    double[] votes = new double[Labels.count(labels)];
    for (boolean more = true; more; ) {
      more = false;
      int[] known = voted.clone();
      for (int row : rows) {
        if (known[row] == EarlierTopics.NEW) {
          voted[row] = commonest(row, known, votes);
          more |= voted[row] != EarlierTopics.NEW;
        }
      }
    }
    int largest = largest(voted);
    for (int row : rows) {
      voted[row] = voted[row] == EarlierTopics.NEW ? largest : voted[row];
    }
    return voted;
  }

  private static int largest(int[] labels) {
    int[] sizes = new int[Math.max(1, Labels.count(labels))];
    for (int label : labels) {
      if (label >= 0) {
        sizes[label]++;
      }
    }
    int largest = 0;
    for (int label = 1; label < sizes.length; label++) {
      largest = sizes[label] > sizes[largest] ? label : largest;
    }
    return largest;
  }

  /// The label with the greatest sum of similarities among a paper's neighbors; ties go to the
  /// lower.
  ///
  /// @param votes room for a number a label
  private int commonest(int row, int[] known, double[] votes) {
    Arrays.fill(votes, 0);
    double none = 0;
    int best = EarlierTopics.NEW;
    double most = 0;
    for (int rank = 0; rank < graph.k(); rank++) {
      int label = known[graph.neighbor(row, rank)];
      double vote = Math.max(1e-3, graph.similarity(row, rank));
      if (label == EarlierTopics.NONE) {
        none += vote;
      } else if (label >= 0) {
        votes[label] += vote;
        if (votes[label] > most || (votes[label] == most && label < best)) {
          most = votes[label];
          best = label;
        }
      }
    }
    return none > 0 && none >= most ? EarlierTopics.NONE : best;
  }

  /// Puts the papers of the reader's topics back, and papers that the earlier map had in no topic;
  /// what mostly came to lie in one of them joins it.
  private int[] fixed(int[] found) {
    int next = Labels.count(found);
    int[] labels = found.clone();
    boolean[] held = new boolean[found.length];
    for (int row = 0; row < found.length; row++) {
      held[row] = before[row] == EarlierTopics.NONE || earlier.fixed().contains(before[row]);
    }
    for (int group = 0; group < next; group++) {
      int topic = heldBy(found, group, held);
      for (int row = 0; row < found.length; row++) {
        if (found[row] == group && topic != EarlierTopics.NEW) {
          labels[row] = topic == EarlierTopics.NONE ? EarlierTopics.NONE : next + topic;
        }
      }
    }
    for (int row = 0; row < found.length; row++) {
      if (held[row]) {
        labels[row] = before[row] == EarlierTopics.NONE ? EarlierTopics.NONE : next + before[row];
      }
    }
    return labels;
  }

  /// The topic that holds most of a group, or [EarlierTopics#NEW].
  private int heldBy(int[] found, int group, boolean[] held) {
    int[] papers = new int[Labels.count(before) + 1];
    int all = 0;
    for (int row = 0; row < found.length; row++) {
      if (found[row] == group) {
        all++;
        if (held[row]) {
          papers[before[row] + 1]++;
        }
      }
    }
    for (int topic = EarlierTopics.NONE; topic + 1 < papers.length; topic++) {
      if (2 * papers[topic + 1] > all) {
        return topic;
      }
    }
    return EarlierTopics.NEW;
  }

  /// The sub-topics of a topic, from 0: those that it had where most of its papers are in one, with
  /// the others in that of their neighbors; or null where it is to be divided anew.
  ///
  /// @param rows of its papers
  int @Nullable [] subtopics(int[] rows, int fewest) {
    int[] labels = new int[vectors.rows()];
    Arrays.fill(labels, EarlierTopics.NEW);
    int topic = commonest(IntStream.of(rows).map(row -> before[row]).toArray());
    int known = 0;
    for (int row : rows) {
      if (before[row] == topic && earlier.subtopics().get(row) >= 0) {
        labels[row] = earlier.subtopics().get(row);
        known++;
      }
    }
    boolean wasSmall = known < fewest && rows.length >= fewest;
    if (topic < 0 || known < MOST * rows.length || wasSmall) {
      return null;
    }
    int[] voted = voted(labels, rows);
    int[] numbers = IntStream.of(rows).map(row -> voted[row]).distinct().toArray();
    return IntStream.of(rows).map(row -> indexOf(numbers, voted[row])).toArray();
  }

  private static int commonest(int[] labels) {
    int[] counts = new int[Labels.count(labels) + 1];
    int best = EarlierTopics.NONE;
    for (int label : labels) {
      if (label >= 0 && ++counts[label] > (best < 0 ? 0 : counts[best])) {
        best = label;
      }
    }
    return best;
  }

  private static int indexOf(int[] numbers, int number) {
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == number) {
        return i;
      }
    }
    return -1;
  }

  /// The area of each topic, from 0, each used: that of the earlier topic which most of its papers
  /// were in, or that of the topic with the nearest centroid.
  int[] areas(Clustering topics) {
    int[] area = new int[topics.count()];
    for (int topic = 0; topic < area.length; topic++) {
      int[] was = topics.members(topic).stream().mapToInt(row -> before[row]).toArray();
      int[] known = IntStream.of(was).filter(it -> it >= 0).toArray();
      area[topic] = 2 * known.length > was.length ? earlier.areas().get(commonest(known)) : -1;
    }
    double[][] directions = Centroids.of(vectors, topics.labels(), topics.count()).directions();
    int[] of = area.clone();
    for (int topic = 0; topic < area.length; topic++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int other = 0; other < area.length && of[topic] < 0; other++) {
        double cosine =
            of[other] < 0
                ? Double.NEGATIVE_INFINITY
                : DotProduct.of(directions[topic], directions[other]);
        if (cosine > most) {
          most = cosine;
          area[topic] = of[other];
        }
      }
      area[topic] = Math.max(0, area[topic]);
    }
    return area;
  }
}
