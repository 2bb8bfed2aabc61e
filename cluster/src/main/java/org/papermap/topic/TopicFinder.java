package org.papermap.topic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.embed.EmbeddingMatrix;

/// Makes the topics of one corpus.
final class TopicFinder {
  private final TopicModel model;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final PhraseIndex index;
  private final Map<Integer, Candidates> byLevel = new HashMap<>();
  private final Set<Set<String>> given = new HashSet<>();

  TopicFinder(TopicModel model, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    this.model = model;
    this.vectors = vectors;
    this.tree = tree;
    this.index = PhraseIndex.of(corpus);
  }

  TopicTree topics() {
    List<Topic> topics = topics(tree.topicLevel(), all(tree.topicLevel()));
    List<Topic> areas = new ArrayList<>();
    if (tree.topicLevel() > 0) {
      int level = tree.topicLevel() - 1;
      for (Topic area : topics(level, all(level))) {
        List<Topic> within = tree.children(level, area.number()).stream().map(topics::get).toList();
        areas.add(
            new Topic(
                area.number(),
                area.name(),
                area.keyphrases(),
                area.papers(),
                area.exemplars(),
                within,
                area.evidence(),
                area.quality()));
      }
    }
    return new TopicTree(
        areas,
        topics,
        new LabelQuality(
            topics.stream().mapToDouble(it -> it.quality().coherence()).average().orElse(0),
            topics.stream().mapToDouble(it -> it.quality().diversity()).average().orElse(1)));
  }

  private int[] all(int level) {
    return IntStream.range(0, tree.level(level).count()).toArray();
  }

  /// The topics of some clusters of a level, with those below them.
  private List<Topic> topics(int level, int[] clusters) {
    Clustering clustering = tree.level(level);
    // All clusters of the level are compared, so that a phrase that all of science uses is not made
    // much of within one topic.
    Candidates candidates =
        byLevel.computeIfAbsent(
            level,
            _ ->
                new Candidates(
                    index,
                    IntStream.range(0, clustering.count()).mapToObj(clustering::members).toList()));
    TopicNames names = new TopicNames(index, given);
    List<List<Candidate>> ranked = new ArrayList<>();
    List<String> chosen = new ArrayList<>();
    for (int cluster : clusters) {
      List<Candidate> ofCluster = candidates.of(cluster);
      ranked.add(ofCluster);
      chosen.add(
          names.name(ofCluster, clustering.members(cluster).size(), "Topic " + (cluster + 1)));
    }
    given.addAll(names.given());
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < clusters.length; i++) {
      List<Integer> rows = clustering.members(clusters[i]);
      int[] children = children(level, clusters[i]);
      List<Keyphrase> keyphrases = phrases(ranked.get(i), rows.size());
      topics.add(
          new Topic(
              clusters[i],
              chosen.get(i),
              keyphrases,
              rows,
              central(rows),
              children.length < 2 ? List.of() : topics(level + 1, children),
              new NameEvidence(
                  keyphrases.isEmpty() ? NameSource.NUMBER : NameSource.PHRASES,
                  keyphrases.stream().limit(1).toList(),
                  keyphrases.stream().skip(1).limit(3).toList()),
              new LabelQuality(0, 1)));
    }
    return topics;
  }

  private int[] children(int level, int cluster) {
    return level < tree.topicLevel() || level + 1 >= tree.depth()
        ? new int[0]
        : IntStream.range(0, tree.level(level + 1).count())
            .filter(child -> tree.parent(level + 1, child) == cluster)
            .toArray();
  }

  /// The heaviest phrases of which none only repeats the words of those before it.
  private List<Keyphrase> phrases(List<Candidate> ranked, int papers) {
    List<Keyphrase> chosen = new ArrayList<>();
    Set<String> said = new HashSet<>();
    for (Candidate candidate : ranked) {
      if (chosen.size() < model.keyphrases() && !said.containsAll(candidate.phrase().stems())) {
        said.addAll(candidate.phrase().stems());
        chosen.add(
            new Keyphrase(
                index.text(candidate.phrase()), candidate.weight(), candidate.rows().size(), 0));
      }
    }
    return chosen;
  }

  /// The rows nearest to the centroid, nearest first, ties by row.
  private List<Integer> central(List<Integer> rows) {
    float[] sum = new float[vectors.dimension()];
    for (int row : rows) {
      float[] vector = vectors.row(row);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += vector[j];
      }
    }
    return rows.stream()
        .sorted(
            Comparator.comparingDouble((Integer row) -> -vectors.cosine(row, sum))
                .thenComparing(Comparator.naturalOrder()))
        .limit(model.exemplars())
        .toList();
  }
}
