package org.papermap.topic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.internal.naming.NameCandidate;
import org.papermap.cluster.internal.naming.NameCandidates;
import org.papermap.cluster.internal.naming.NameRules;
import org.papermap.cluster.internal.naming.Namer;
import org.papermap.cluster.internal.phrase.Candidate;
import org.papermap.cluster.internal.phrase.Coherence;
import org.papermap.cluster.internal.phrase.Contrast;
import org.papermap.cluster.internal.phrase.MarginalRelevance;
import org.papermap.cluster.internal.phrase.PhraseIndex;
import org.papermap.cluster.internal.phrase.PhraseUses;
import org.papermap.cluster.internal.phrase.PhraseVectors;
import org.papermap.cluster.internal.phrase.Shortlist;
import org.papermap.cluster.internal.phrase.Term;
import org.papermap.cluster.internal.phrase.Terms;
import org.papermap.cluster.internal.text.PaperWords;
import org.papermap.corpus.Corpus;
import org.papermap.math.LinearCombination;
import org.papermap.math.TopK;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the keyphrases, names and exemplars of all groups of a tree.
final class TopicNaming {
  private final TopicModel model;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final PhraseIndex index;
  private final PhraseVectors places;
  private final List<List<List<Term>>> terms = new ArrayList<>();
  private final List<List<List<NameCandidate>>> candidates = new ArrayList<>();
  private final Namer.Name[][] names;
  private final List<List<List<Term>>> keyphrases = new ArrayList<>();

  /// For each level the number of topics that have a keyphrase.
  private final List<Map<Integer, Integer>> topicsPerPhrase = new ArrayList<>();

  TopicNaming(TopicModel model, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    this.model = model;
    this.vectors = vectors;
    this.tree = tree;
    PaperWords papers = PaperWords.of(corpus);
    this.index = PhraseIndex.of(papers);
    this.places = new PhraseVectors(vectors, index);
    findTerms(papers);
    this.names = new Namer.Name[tree.depth()][];
    for (int level = 0; level < names.length; level++) {
      names[level] = new Namer.Name[tree.level(level).count()];
    }
  }

  private void findTerms(PaperWords papers) {
    Shortlist shortlist = new Shortlist(index);
    List<List<List<Candidate>>> listed = new ArrayList<>();
    for (int level = 0; level < tree.depth(); level++) {
      Clustering clustering = tree.level(level);
      int times = times(level);
      listed.add(
          IntStream.range(0, clustering.count())
              .mapToObj(clustering::members)
              .map(rows -> shortlist.of(rows, times))
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
    for (int level = 0; level < tree.depth(); level++) {
      candidates.add(candidates(level));
    }
    Set<String> given = new HashSet<>();
    // Topics, which a map shows first, are named first.
    for (int level = topicLevel; level >= 0; level--) {
      name(level, all(level), given);
    }
    for (int level = topicLevel + 1; level < tree.depth(); level++) {
      for (int parent : all(level - 1)) {
        name(level, tree.children(level - 1, parent), given);
      }
    }
    for (List<List<Term>> level : terms) {
      List<List<Term>> chosen =
          level.stream()
              .map(it -> MarginalRelevance.choose(it, places, model.keyphrases()))
              .toList();
      Map<Integer, Integer> topicsOfPhrase = new HashMap<>();
      chosen.forEach(
          it -> it.forEach(term -> topicsOfPhrase.merge(term.phrase(), 1, Integer::sum)));
      keyphrases.add(chosen);
      topicsPerPhrase.add(topicsOfPhrase);
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

  /// Names sibling clusters of a level.
  private void name(int level, List<Integer> clusters, Set<String> given) {
    boolean areas = level < tree.topicLevel();
    List<Integer> unnamed = new ArrayList<>();
    List<Namer.Name> beside = new ArrayList<>();
    for (int cluster : clusters) {
      List<Integer> topics = areas ? tree.children(level, cluster) : List.of();
      if (topics.size() == 1) {
        // An area of a single topic has its name.
        names[level][cluster] = names[level + 1][topics.getFirst()];
        beside.add(names[level][cluster]);
      } else {
        unnamed.add(cluster);
      }
    }
    Namer namer = new Namer(new NameRules(times(level)), given);
    List<List<NameCandidate>> ofUnnamed =
        unnamed.stream().map(cluster -> candidates.get(level).get(cluster)).toList();
    List<Namer.Name> found = namer.names(ofUnnamed, beside);
    for (int i = 0; i < found.size(); i++) {
      names[level][unnamed.get(i)] = found.get(i);
    }
  }

  /// The candidates for the name of each cluster of a level.
  private List<List<NameCandidate>> candidates(int level) {
    return IntStream.range(0, tree.level(level).count())
        .parallel()
        .mapToObj(cluster ->
            NameCandidates.of(
                index,
                places,
                new NameCandidates.Subject(
                    terms.get(level).get(cluster),
                    rows(level, cluster),
                    parts(level, cluster),
                    beside(level, cluster),
                    level < tree.topicLevel() || isOnly(level, cluster))))
        .toList();
  }

  /// Whether a topic is the only one of its area.
  private boolean isOnly(int level, int cluster) {
    return level == tree.topicLevel()
        && level > 0
        && tree.children(level - 1, tree.parent(level, cluster)).size() == 1;
  }

  /// The least ratio of a term's rate in a cluster to its rate elsewhere.
  private int times(int level) {
    return level < tree.topicLevel()
        ? Contrast.LEAST_RATE_RATIO_OF_AREAS
        : Contrast.LEAST_RATE_RATIO;
  }

  private int[] rows(int level, int cluster) {
    return tree.level(level).members(cluster).stream().mapToInt(Integer::intValue).toArray();
  }

  /// The papers of each part of a cluster; none where it is not divided.
  private List<int[]> parts(int level, int cluster) {
    List<Integer> parts = tree.children(level, cluster);
    return parts.size() < 2
        ? List.of()
        : parts.stream().map(part -> rows(level + 1, part)).toList();
  }

  /// The papers of a cluster's siblings; none at the first level.
  private int[] beside(int level, int cluster) {
    return level == 0
        ? new int[0]
        : tree.level(level - 1).members(tree.parent(level, cluster)).stream()
            .mapToInt(Integer::intValue)
            .filter(row -> tree.level(level).label(row) != cluster)
            .toArray();
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
        phrases.stream().map(TopicNaming::keyphrase).toList(),
        rows,
        central(rows),
        below,
        new NameEvidence(
            named ? NameSource.PHRASES : NameSource.NUMBER,
            name.terms().stream().map(TopicNaming::keyphrase).toList(),
            name.runnersUp().stream().map(TopicNaming::keyphrase).toList()),
        new LabelQuality(
            Coherence.of(
                phrases.stream().map(term -> index.postings(term.phrase())).toList(),
                index.papers()),
            diversity(level, phrases)));
  }

  private static Keyphrase keyphrase(Term term) {
    Contrast contrast = term.contrast();
    return new Keyphrase(
        term.text(), term.candidate().weight(), contrast.inside(), contrast.outside());
  }

  /// The share of a topic's keyphrases that no other topic of the level has.
  private double diversity(int level, List<Term> phrases) {
    Map<Integer, Integer> topicsOfPhrase = topicsPerPhrase.get(level);
    int own = 0;
    for (Term term : phrases) {
      own += topicsOfPhrase.getOrDefault(term.phrase(), 0) == 1 ? 1 : 0;
    }
    return phrases.isEmpty() ? 1 : (double) own / phrases.size();
  }

  /// The rows nearest to the centroid, nearest first, ties by row.
  private List<Integer> central(List<Integer> rows) {
    float[] sum = new float[vectors.dimension()];
    for (int row : rows) {
      LinearCombination.add(sum, vectors.row(row), 1);
    }
    TopK central = new TopK(Math.min(model.exemplars(), rows.size()));
    for (int row : rows) {
      central.offer(row, vectors.cosine(row, sum));
    }
    return IntStream.of(central.rows()).boxed().toList();
  }
}
