package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.map.internal.changes.TopicChanges;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.LabelQuality;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicModel;
import org.papermap.topic.TopicTree;
import org.papermap.vectors.EmbeddingMatrix;

/// The names of a large map that grows. A group that is still there keeps its name and phrases, the
/// counts in proportion to its papers; the words of other groups are weighed against a part of all
/// papers, evenly spaced. That takes a fifth of the time of all names anew, or none.
final class GrownNames {
  /// Papers that words of new groups are weighed against.
  private static final int COMPARED = 1500;

  private final Growth growth;
  private final Corpus corpus;
  private final EmbeddingMatrix vectors;
  private final ClusterTree tree;
  private final TopicModel model;
  private final int level;

  private GrownNames(
      Growth growth, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree, TopicModel model) {
    this.growth = growth;
    this.corpus = corpus;
    this.vectors = vectors;
    this.tree = tree;
    this.model = model;
    this.level = tree.topicLevel();
  }

  /// Whether there are so many papers that this is worth it.
  static boolean isFor(Corpus corpus) {
    return corpus.size() > 2 * COMPARED;
  }

  static TopicTree of(
      Growth growth, Corpus corpus, EmbeddingMatrix vectors, ClusterTree tree, TopicModel model) {
    return new GrownNames(growth, corpus, vectors, tree, model).topics();
  }

  private TopicTree topics() {
    List<Topic> found = bare(level, IntStream.range(0, tree.topics().count()).boxed().toList());
    List<@Nullable Topic> kept = kept(found, growth.earlier().topics());
    List<List<Topic>> parts = new ArrayList<>();
    Set<Integer> unnamed = new HashSet<>();
    for (int topic = 0; topic < found.size(); topic++) {
      List<Topic> own = parts(topic, kept.get(topic));
      parts.add(own);
      if (kept.get(topic) == null || own.stream().anyMatch(it -> it.name().isEmpty())) {
        unnamed.add(topic);
      }
    }
    List<Topic> foundAreas =
        level == 0
            ? List.of()
            : bare(0, IntStream.range(0, tree.level(0).count()).boxed().toList());
    List<@Nullable Topic> keptAreas = kept(foundAreas, growth.earlier().areas());
    boolean areaUnnamed =
        IntStream.range(0, keptAreas.size())
            .anyMatch(area -> keptAreas.get(area) == null && tree.children(0, area).size() > 1);
    Fresh fresh = unnamed.isEmpty() && !areaUnnamed ? null : new Fresh(unnamed);
    List<Topic> topics = new ArrayList<>();
    for (int topic = 0; topic < found.size(); topic++) {
      topics.add(named(found.get(topic), kept.get(topic), parts.get(topic), fresh));
    }
    List<Topic> areas = new ArrayList<>();
    for (int area = 0; area < foundAreas.size(); area++) {
      List<Topic> below = tree.children(0, area).stream().map(topics::get).toList();
      Topic before = keptAreas.get(area);
      areas.add(
          below.size() == 1
              ? with(foundAreas.get(area), below.getFirst(), below)
              : before != null
                  ? still(foundAreas.get(area), before, below)
                  : with(foundAreas.get(area), Objects.requireNonNull(fresh).area(area), below));
    }
    return TopicTree.of(areas, topics);
  }

  /// Groups without names.
  private List<Topic> bare(int ofLevel, List<Integer> clusters) {
    return clusters.stream()
        .map(cluster ->
            new Topic(
                cluster,
                "",
                List.of(),
                tree.level(ofLevel).members(cluster),
                List.of(),
                List.of(),
                new NameEvidence(NameSource.NUMBER, List.of(), List.of()),
                new LabelQuality(0, 1)))
        .toList();
  }

  /// The earlier group that each is, or null.
  private List<@Nullable Topic> kept(List<Topic> found, List<Topic> earlier) {
    TopicChanges changes = TopicChanges.of(earlier, found, growth.rows());
    List<@Nullable Topic> kept = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      int same = changes.earlier(i);
      kept.add(same < 0 ? null : earlier.get(same));
    }
    return kept;
  }

  /// The parts of a topic, those that are still there with their names; none where it is whole.
  private List<Topic> parts(int topic, @Nullable Topic before) {
    List<Integer> children = tree.children(level, topic);
    if (children.size() < 2) {
      return List.of();
    }
    List<Topic> found = bare(level + 1, children);
    List<@Nullable Topic> kept = kept(found, before == null ? List.of() : before.subtopics());
    List<Topic> parts = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      Topic same = kept.get(i);
      parts.add(same == null ? found.get(i) : still(found.get(i), same, List.of()));
    }
    return parts;
  }

  private Topic named(
      Topic found, @Nullable Topic before, List<Topic> parts, @Nullable Fresh fresh) {
    List<Topic> below =
        parts.stream()
            .map(it ->
                it.name().isEmpty() && fresh != null ? with(it, fresh.part(it), List.of()) : it)
            .toList();
    return before != null || fresh == null
        ? still(found, Objects.requireNonNull(before), below)
        : with(found, fresh.topic(found), below);
  }

  /// A group that is still there.
  private Topic still(Topic found, Topic before, List<Topic> below) {
    double inside = (double) found.papers().size() / Math.max(1, before.papers().size());
    double outside =
        (double) (corpus.size() - found.papers().size())
            / Math.max(1, growth.earlier().map().papers().size() - before.papers().size());
    NameSource source =
        before.evidence().source() == NameSource.READER ? NameSource.READER : NameSource.EARLIER;
    return new Topic(
        found.number(),
        before.name(),
        scaled(before.keyphrases(), inside, outside),
        found.papers(),
        model.exemplarsOf(vectors, found.papers()),
        below,
        new NameEvidence(source, List.of(), scaled(before.evidence().runnersUp(), inside, outside)),
        before.quality());
  }

  /// Phrases with their counts in proportion; their weights are not known any more.
  private static List<Keyphrase> scaled(List<Keyphrase> phrases, double inside, double outside) {
    return phrases.stream()
        .map(it ->
            new Keyphrase(
                it.text(),
                Double.isNaN(it.weight()) ? 0 : it.weight(),
                (int) Math.rint(it.papers() * inside),
                (int) Math.rint(it.elsewhere() * outside)))
        .toList();
  }

  private static Topic with(Topic found, Topic named, List<Topic> below) {
    return new Topic(
        found.number(),
        named.name(),
        named.keyphrases(),
        found.papers(),
        named.exemplars(),
        below,
        named.evidence(),
        named.quality());
  }

  /// Names of some topics, of their parts and of the areas, from these topics and a part of all
  /// other papers.
  private final class Fresh {
    private final int[] rows;
    private final ClusterTree part;
    private final TopicTree named;

    Fresh(Set<Integer> topics) {
      boolean[] chosen = new boolean[corpus.size()];
      topics.forEach(it -> tree.topics().members(it).forEach(row -> chosen[row] = true));
      int step = Math.max(1, corpus.size() / COMPARED);
      for (int row = 0; row < chosen.length; row += step) {
        chosen[row] = true;
      }
      rows = IntStream.range(0, chosen.length).filter(row -> chosen[row]).toArray();
      List<Clustering> levels = new ArrayList<>();
      for (int i = 0; i < tree.depth(); i++) {
        Clustering whole = tree.level(i);
        levels.add(Clustering.of(IntStream.of(rows).map(whole::label).toArray()));
      }
      part = ClusterTree.of(levels, level);
      named =
          model.fit(
              Corpus.of(IntStream.of(rows).mapToObj(corpus::paper).toList()),
              vectors.select(rows),
              part);
    }

    Topic topic(Topic found) {
      return told(named.topics().get(part.topics().label(place(found))), found);
    }

    Topic part(Topic found) {
      int number = part.level(level + 1).label(place(found));
      Topic above = named.topics().get(part.topics().label(place(found)));
      return told(
          above.subtopics().stream().filter(it -> it.number() == number).findFirst().orElse(above),
          found);
    }

    Topic area(int area) {
      Topic found = bare(0, List.of(area)).getFirst();
      int first =
          IntStream.range(0, rows.length)
              .filter(i -> tree.level(0).label(rows[i]) == area)
              .findFirst()
              .orElseThrow();
      return told(named.areas().get(part.level(0).label(first)), found);
    }

    private int place(Topic found) {
      return Arrays.binarySearch(rows, found.papers().getFirst());
    }

    /// The same in rows of all papers, with counts in proportion.
    private Topic told(Topic group, Topic found) {
      double inside = (double) found.papers().size() / Math.max(1, group.papers().size());
      double outside =
          (double) (corpus.size() - found.papers().size())
              / Math.max(1, rows.length - group.papers().size());
      return new Topic(
          found.number(),
          group.name(),
          scaled(group.keyphrases(), inside, outside),
          found.papers(),
          group.exemplars().stream().map(i -> rows[i]).toList(),
          List.of(),
          new NameEvidence(
              group.evidence().source(),
              scaled(group.evidence().terms(), inside, outside),
              scaled(group.evidence().runnersUp(), inside, outside)),
          group.quality());
    }
  }
}
