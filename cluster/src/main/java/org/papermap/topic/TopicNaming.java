package org.papermap.topic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.cluster.internal.naming.ForbiddenWords;
import org.papermap.cluster.internal.naming.NameCandidate;
import org.papermap.cluster.internal.naming.NameCandidates;
import org.papermap.cluster.internal.naming.NameMeanings;
import org.papermap.cluster.internal.naming.NameRules;
import org.papermap.cluster.internal.naming.Namer;
import org.papermap.cluster.internal.naming.ResearchField;
import org.papermap.cluster.internal.naming.ResearchFieldNames;
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
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicModel.PhraseEncoder;
import org.papermap.vectors.EmbeddingMatrix;

/// Finds the keyphrases, names and exemplars of all groups of a tree.
final class TopicNaming {
  private final TopicModel model;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final GroupRows members;
  private final PhraseIndex index;
  private final PhraseVectors places;
  private final List<List<List<Term>>> terms = new ArrayList<>();
  private final List<List<NameCandidates>> namesOf = new ArrayList<>();
  private final List<List<List<NameCandidate>>> candidates = new ArrayList<>();
  private final Namer.Name[][] names;
  private final List<List<List<Term>>> keyphrases = new ArrayList<>();

  /// For each level the number of topics that have a keyphrase.
  private final List<Map<Integer, Integer>> topicsPerPhrase = new ArrayList<>();

  private final UnnamedGroups unnamedGroups;
  private final ForbiddenWords forbidden;

  /// The fields of research that groups may be named by; none unless [#useModel] found some.
  private @Nullable ResearchFieldNames fields;

  /// What phrases mean, if a model was asked.
  private @Nullable NameMeanings meanings;

  TopicNaming(TopicModel model, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree) {
    this.model = model;
    this.forbidden = ForbiddenWords.of(model.stopWords());
    this.unnamedGroups = new UnnamedGroups(corpus, forbidden);
    this.vectors = vectors;
    this.tree = tree;
    this.members = new GroupRows(tree);
    PaperWords papers = PaperWords.of(corpus);
    this.index = PhraseIndex.of(papers);
    this.places = new PhraseVectors(vectors, index);
    findTerms(papers);
    for (int level = 0; level < tree.depth(); level++) {
      namesOf.add(namesOf(level));
    }
    this.names = new Namer.Name[tree.depth()][];
    for (int level = 0; level < names.length; level++) {
      names[level] = new Namer.Name[tree.level(level).count()];
    }
  }

  /// Lets the model say what phrases mean; and topics and areas be named by fields of research,
  /// where one of them is large enough.
  void useModel(PhraseEncoder encoder) throws IOException {
    boolean large =
        members.all(tree.topicLevel()).stream()
            .anyMatch(topic ->
                members.rows(tree.topicLevel(), topic).length >= ResearchFieldNames.FEWEST_PAPERS);
    List<ResearchField> all = large ? ResearchField.all() : List.of();
    List<String> phrases =
        namesOf.stream()
            .flatMap(List::stream)
            .flatMap(of -> of.phrases().stream())
            .distinct()
            .toList();
    if (all.isEmpty() && phrases.isEmpty()) {
      return;
    }
    EmbeddingMatrix encoded =
        encoder.embed(
            Stream.concat(all.stream().map(ResearchField::text), phrases.stream()).toList());
    int fieldCount = all.size();
    if (large) {
      fields =
          ResearchFieldNames.of(
              vectors, all, encoded.select(IntStream.range(0, fieldCount).toArray()));
    }
    meanings =
        NameMeanings.of(
            phrases, encoded.select(IntStream.range(fieldCount, encoded.rows()).toArray()));
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
      terms.add(level.stream().map(all::of).map(this::allowed).toList());
    }
  }

  private List<Term> allowed(List<Term> found) {
    return found.stream().filter(it -> !forbidden.forbids(it.text())).toList();
  }

  TopicTree topics() {
    int topicLevel = tree.topicLevel();
    namesOf.forEach(level -> candidates.add(candidates(level)));
    Set<String> given = new HashSet<>();
    model.taken().forEach(name -> given.add(NameRules.folded(name)));
    // Topics, which a map shows first, are named first.
    for (int level = topicLevel; level >= 0; level--) {
      name(level, members.all(level), given);
    }
    for (int level = topicLevel + 1; level < tree.depth(); level++) {
      for (int parent : members.all(level - 1)) {
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
    for (int cluster : members.all(topicLevel)) {
      topics.add(topic(topicLevel, cluster, below(topicLevel, cluster)));
    }
    List<Topic> areas = new ArrayList<>();
    if (topicLevel > 0) {
      for (int area : members.all(topicLevel - 1)) {
        areas.add(
            topic(
                topicLevel - 1,
                area,
                tree.children(topicLevel - 1, area).stream().map(topics::get).toList()));
      }
    }
    return TopicTree.of(areas, topics);
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
    nameByPhrases(level, unnamed, beside, given);
    if (fields != null && level <= tree.topicLevel()) {
      Set<Integer> byFields = nameByFields(fields, level, unnamed, given);
      List<Integer> others = unnamed.stream().filter(it -> !byFields.contains(it)).toList();
      if (!byFields.isEmpty()) {
        // Phrases that fields took the place of are free for the others.
        others.forEach(it -> given.remove(NameRules.folded(names[level][it].text())));
        byFields.forEach(it -> beside.add(names[level][it]));
        nameByPhrases(level, others, beside, given);
      }
    }
  }

  private void nameByPhrases(
      int level, List<Integer> clusters, List<Namer.Name> beside, Set<String> given) {
    List<List<NameCandidate>> ofClusters =
        clusters.stream().map(cluster -> candidates.get(level).get(cluster)).toList();
    List<Namer.Name> found =
        new Namer(new NameRules(times(level)), given).names(ofClusters, beside);
    for (int i = 0; i < found.size(); i++) {
      names[level][clusters.get(i)] = found.get(i);
    }
  }

  /// Gives groups the names of fields that fit clearly better than their phrases.
  ///
  /// @return the groups that have one
  private Set<Integer> nameByFields(
      ResearchFieldNames fields, int level, List<Integer> clusters, Set<String> given) {
    List<ResearchFieldNames.Group> groups =
        clusters.stream()
            .map(cluster -> {
              Namer.Name name = names[level][cluster];
              int[] rows = members.rows(level, cluster);
              return new ResearchFieldNames.Group(
                  cluster,
                  rows,
                  members.around(level, cluster),
                  name.text(),
                  index.dice(rows, name.terms()));
            })
            .toList();
    Set<Integer> named = new HashSet<>();
    fields
        .names(groups, given)
        .forEach((cluster, field) -> {
          if (forbidden.forbids(field)) {
            return;
          }
          named.add(cluster);
          Namer.Name phrase = names[level][cluster];
          given.remove(NameRules.folded(phrase.text()));
          given.add(NameRules.folded(field));
          names[level][cluster] =
              new Namer.Name(
                  field,
                  List.of(),
                  Stream.concat(phrase.terms().stream(), phrase.runnersUp().stream()).toList());
        });
    return named;
  }

  /// What may name each cluster of a level.
  private List<NameCandidates> namesOf(int level) {
    return IntStream.range(0, tree.level(level).count())
        .parallel()
        .mapToObj(cluster ->
            NameCandidates.of(
                index,
                places,
                new NameCandidates.Subject(
                    terms.get(level).get(cluster),
                    members.rows(level, cluster),
                    members.parts(level, cluster),
                    members.beside(level, cluster),
                    members.siblings(level, cluster).stream().map(places::direction).toList(),
                    level < tree.topicLevel() || members.isOnly(level, cluster))))
        .toList();
  }

  /// The candidates for the names of groups.
  private List<List<NameCandidate>> candidates(List<NameCandidates> of) {
    return of.parallelStream()
        .map(group -> meanings == null ? group.names() : group.names(meanings))
        .toList();
  }

  /// The least ratio of a term's rate in a cluster to its rate elsewhere.
  private int times(int level) {
    return level < tree.topicLevel()
        ? Contrast.LEAST_RATE_RATIO_OF_AREAS
        : Contrast.LEAST_RATE_RATIO;
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
    List<Integer> central = Exemplars.of(vectors, rows, model.exemplars());
    GivenName given =
        name.text().isEmpty()
            ? unnamedGroups.name(central, level - tree.topicLevel(), cluster)
            : new GivenName(
                name.text(), name.terms().isEmpty() ? NameSource.FIELD : NameSource.PHRASES);
    return new Topic(
        cluster,
        given.text(),
        phrases.stream().map(Keyphrase::of).toList(),
        rows,
        central,
        below,
        new NameEvidence(
            given.source(),
            name.terms().stream().map(Keyphrase::of).toList(),
            name.runnersUp().stream().map(Keyphrase::of).toList()),
        new LabelQuality(
            Coherence.of(
                phrases.stream().map(term -> index.postings(term.phrase())).toList(),
                index.papers()),
            diversity(level, phrases)));
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
}
