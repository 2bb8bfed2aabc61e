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
import org.papermap.corpus.Corpus;
import org.papermap.embed.EmbeddingMatrix;
import org.papermap.math.LinearCombination;
import org.papermap.math.TopK;

/// Makes the topics of one corpus, and the areas and sub-topics that its tree has.
final class TopicFinder {
  private final TopicModel model;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final PhraseIndex index;
  private final PhraseVectors places;
  private final List<List<List<Term>>> terms = new ArrayList<>();
  private final List<List<List<NameChoice>>> choices = new ArrayList<>();
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
      choices.add(choices(level));
    }
    Set<String> given = new HashSet<>();
    // The topics, which a map shows first, have the first choice.
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

  /// The names of some clusters of a level, which stand beside one another.
  private void name(int level, List<Integer> clusters, Set<String> given) {
    boolean areas = level < tree.topicLevel();
    List<Integer> unnamed = new ArrayList<>();
    List<Namer.Name> beside = new ArrayList<>();
    for (int cluster : clusters) {
      List<Integer> topics = areas ? tree.children(level, cluster) : List.of();
      if (topics.size() == 1) {
        // An area of one topic is that topic, and has its name.
        names[level][cluster] = names[level + 1][topics.getFirst()];
        beside.add(names[level][cluster]);
      } else {
        unnamed.add(cluster);
      }
    }
    Namer namer = new Namer(new LabelLint(times(level)), given);
    List<List<NameChoice>> ofUnnamed =
        unnamed.stream().map(cluster -> choices.get(level).get(cluster)).toList();
    List<Namer.Name> found = namer.names(ofUnnamed, beside);
    for (int i = 0; i < found.size(); i++) {
      names[level][unnamed.get(i)] = found.get(i);
    }
  }

  /// What each cluster of a level could be called.
  private List<List<NameChoice>> choices(int level) {
    return IntStream.range(0, tree.level(level).count())
        .parallel()
        .mapToObj(cluster ->
            NameChoices.of(
                index,
                places,
                new NameChoices.Subject(
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

  /// How many times its rate elsewhere the rate of a term must be.
  private int times(int level) {
    return level < tree.topicLevel()
        ? Contrast.TIMES_BACKGROUND_OF_AREAS
        : Contrast.TIMES_BACKGROUND;
  }

  private int[] rows(int level, int cluster) {
    return tree.level(level).members(cluster).stream().mapToInt(Integer::intValue).toArray();
  }

  /// The papers of the parts of an area or a topic; none for what is not divided.
  private List<int[]> parts(int level, int cluster) {
    List<Integer> parts = tree.children(level, cluster);
    return parts.size() < 2
        ? List.of()
        : parts.stream().map(part -> rows(level + 1, part)).toList();
  }

  /// The other papers of the area or topic that something is a part of; none for what is no part.
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
      LinearCombination.add(sum, vectors.row(row), 1);
    }
    TopK central = new TopK(Math.min(model.exemplars(), rows.size()));
    for (int row : rows) {
      central.offer(row, vectors.cosine(row, sum));
    }
    return IntStream.of(central.rows()).boxed().toList();
  }
}
