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

/// Makes the topics of one corpus, and the areas and sub-topics that its tree has.
final class TopicFinder {
  private final TopicModel model;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final PhraseIndex index;
  private final PhraseVectors places;
  private final List<List<List<Term>>> terms = new ArrayList<>();
  private final Namer.Name[][] names;
  private final List<List<List<Term>>> keyphrases = new ArrayList<>();

  /// For each level how many of its topics have a keyphrase.
  private final List<Map<Integer, Integer>> topicsHaving = new ArrayList<>();

  TopicFinder(TopicModel model, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    this.model = model;
    this.vectors = vectors;
    this.tree = tree;
    PaperWords papers = PaperWords.of(corpus);
    this.index = PhraseIndex.of(papers);
    this.places = new PhraseVectors(vectors, index);
    findTerms(papers);
    this.names = new Namer.Name[tree.depth()][];
  }

  private void findTerms(PaperWords papers) {
    Shortlist shortlist = new Shortlist(index);
    List<List<List<Candidate>>> listed = new ArrayList<>();
    for (int level = 0; level < tree.depth(); level++) {
      Clustering clustering = tree.level(level);
      listed.add(
          IntStream.range(0, clustering.count())
              .mapToObj(clustering::members)
              .map(shortlist::of)
              .toList());
    }
    int[] wanted =
        listed.stream()
            .flatMap(List::stream)
            .flatMap(List::stream)
            .mapToInt(Candidate::phrase)
            .sorted()
            .distinct()
            .toArray();
    PhraseUses uses = new PhraseUses(papers, index, wanted);
    Terms all = new Terms(index, uses, papers.abbreviations());
    for (List<List<Candidate>> level : listed) {
      terms.add(level.stream().map(all::of).toList());
    }
  }

  TopicTree topics() {
    int topicLevel = tree.topicLevel();
    Set<String> given = new HashSet<>();
    // The topics, which a map shows first, have the first choice.
    for (int level = topicLevel; level >= 0; level--) {
      names[level] = names(level, all(level), given);
    }
    for (int level = topicLevel + 1; level < tree.depth(); level++) {
      names[level] = new Namer.Name[tree.level(level).count()];
      for (int parent : all(level - 1)) {
        List<Integer> children = tree.children(level - 1, parent);
        Namer.Name[] ofChildren = names(level, children, given);
        for (int i = 0; i < ofChildren.length; i++) {
          names[level][children.get(i)] = ofChildren[i];
        }
      }
    }
    for (List<List<Term>> level : terms) {
      List<List<Term>> chosen =
          level.stream().map(it -> Keyphrases.choose(it, places, model.keyphrases())).toList();
      Map<Integer, Integer> having = new HashMap<>();
      chosen.forEach(it -> it.forEach(term -> having.merge(term.phrase(), 1, Integer::sum)));
      keyphrases.add(chosen);
      topicsHaving.add(having);
    }
    List<Topic> topics = new ArrayList<>();
    for (int cluster : all(topicLevel)) {
      topics.add(topic(topicLevel, cluster, below(topicLevel, cluster)));
    }
    List<Topic> areas = new ArrayList<>();
    if (topicLevel > 0) {
      for (int area : all(topicLevel - 1)) {
        areas.add(
            topic(
                topicLevel - 1,
                area,
                tree.children(topicLevel - 1, area).stream().map(topics::get).toList()));
      }
    }
    return new TopicTree(
        areas,
        topics,
        new LabelQuality(
            topics.stream().mapToDouble(it -> it.quality().coherence()).average().orElse(0),
            topics.stream().mapToDouble(it -> it.quality().diversity()).average().orElse(1)));
  }

  private List<Integer> all(int level) {
    return IntStream.range(0, tree.level(level).count()).boxed().toList();
  }

  private Namer.Name[] names(int level, List<Integer> clusters, Set<String> given) {
    List<Namer.Subject> subjects = new ArrayList<>();
    for (int cluster : clusters) {
      List<Integer> rows = tree.level(level).members(cluster);
      subjects.add(
          new Namer.Subject(
              terms.get(level).get(cluster),
              places.of(rows),
              level < tree.topicLevel(),
              term -> spread(term, level, cluster)));
    }
    Namer.Name[] found = new Namer(index, places, given).names(subjects).toArray(Namer.Name[]::new);
    for (int i = 0; i < found.length && level < tree.topicLevel(); i++) {
      // An area of one topic is that topic, and has its name: the broader one where there is one.
      List<Integer> topics = tree.children(level, clusters.get(i));
      if (topics.size() == 1) {
        int only = topics.getFirst();
        found[i] = found[i].terms().isEmpty() ? names[level + 1][only] : found[i];
        names[level + 1][only] = found[i];
      }
    }
    return found;
  }

  /// How evenly a phrase lies over the topics of an area, so that areas have more general names
  /// than their largest topic: the square of the mean root of the share of each topic's papers that
  /// have it, by the share of all. 1 for what is no area.
  private double spread(Term term, int level, int cluster) {
    if (level >= tree.topicLevel()) {
      return 1;
    }
    int[] having = new int[tree.level(level + 1).count()];
    for (int row : index.holders(term.phrase())) {
      int topic = tree.level(level + 1).label(row);
      having[Math.max(0, topic)] += topic < 0 ? 0 : 1;
    }
    List<Integer> topics = tree.children(level, cluster);
    double roots = 0;
    for (int topic : topics) {
      roots += Math.sqrt((double) having[topic] / tree.level(level + 1).members(topic).size());
    }
    double mean = roots / topics.size();
    return mean * mean / term.contrast().coverage();
  }

  private List<Topic> below(int level, int cluster) {
    List<Integer> children = tree.children(level, cluster);
    return children.size() < 2
        ? List.of()
        : children.stream().map(child -> topic(level + 1, child, below(level + 1, child))).toList();
  }

  private Topic topic(int level, int cluster, List<Topic> below) {
    List<Integer> rows = tree.level(level).members(cluster);
    List<Term> phrases = keyphrases.get(level).get(cluster);
    Namer.Name name = names[level][cluster];
    boolean named = !name.terms().isEmpty();
    return new Topic(
        cluster,
        named ? name.text() : "Topic " + (cluster + 1),
        phrases.stream().map(Term::keyphrase).toList(),
        rows,
        central(rows),
        below,
        new NameEvidence(
            named ? NameSource.PHRASES : NameSource.NUMBER,
            name.terms().stream().map(Term::keyphrase).toList(),
            name.runnersUp().stream().map(Term::keyphrase).toList()),
        new LabelQuality(
            Coherence.of(
                phrases.stream().map(term -> index.holders(term.phrase())).toList(),
                index.papers()),
            diversity(level, phrases)));
  }

  /// The share of a topic's phrases that no other topic of the level has.
  private double diversity(int level, List<Term> phrases) {
    Map<Integer, Integer> having = topicsHaving.get(level);
    int own = 0;
    for (Term term : phrases) {
      own += having.getOrDefault(term.phrase(), 0) == 1 ? 1 : 0;
    }
    return phrases.isEmpty() ? 1 : (double) own / phrases.size();
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
    record Central(int row, double cosine) {}
    return rows.stream()
        .map(row -> new Central(row, vectors.cosine(row, sum)))
        .sorted(Comparator.comparingDouble(Central::cosine).reversed())
        .limit(model.exemplars())
        .map(Central::row)
        .toList();
  }
}
