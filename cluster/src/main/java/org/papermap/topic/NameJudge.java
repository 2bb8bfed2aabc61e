package org.papermap.topic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.cluster.internal.naming.NameLint;
import org.papermap.cluster.internal.naming.NamedTexts;
import org.papermap.corpus.Corpus;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.TopicModel.PhraseEncoder;
import org.papermap.vectors.EmbeddingMatrix;

/// Judges names of areas, topics and sub-topics, without a reader and without a language model: the
/// model that made the papers' vectors embeds each name, and a good name is nearer to the papers of
/// its group than to those of its siblings. How far this agrees with readers:
/// `cluster/docs/naming.md`. Not safe for use by several threads at once.
public final class NameJudge {
  /// Of a group with more papers so many are looked at, evenly spaced.
  private static final int MOST_PAPERS = 500;

  private final TopicTree tree;
  private final NamedTexts texts;
  private final EmbeddingMatrix vectors;
  private final PhraseEncoder encoder;

  private NameJudge(
      TopicTree tree, NamedTexts texts, EmbeddingMatrix vectors, PhraseEncoder encoder) {
    this.tree = tree;
    this.texts = texts;
    this.vectors = vectors;
    this.encoder = encoder;
  }

  /// @param encoder of the model that made the vectors
  public static NameJudge of(
      TopicTree tree, Corpus corpus, EmbeddingMatrix vectors, PhraseEncoder encoder) {
    if (corpus.size() != vectors.rows()) {
      throw new IllegalArgumentException(
          "%d papers, %d vectors. Give those of the same papers."
              .formatted(corpus.size(), vectors.rows()));
    }
    return new NameJudge(tree, NamedTexts.of(corpus), vectors, encoder);
  }

  /// Groups that are told apart by their names: those of a level that lie in one group of the level
  /// above.
  public record Siblings(TopicLabel.Level level, List<Topic> groups) {
    public Siblings {
      groups = List.copyOf(groups);
    }

    /// Their names, in their order.
    public List<String> names() {
      return groups.stream().map(Topic::name).toList();
    }
  }

  /// The figures of a name.
  ///
  /// @param auc the share of pairs, of a paper of the group and one of a sibling, in which the
  ///   former is nearer to the name; .5 by chance. Exemplars, which the namer may have seen, are
  ///   left out where others are left
  /// @param identified the share of the same papers of the group that are nearer to the name than
  ///   to the name of any sibling
  /// @param coverage the share of the group's papers with the words of the name
  /// @param specificity the rate of papers with the words of the name in the group, in the sum of
  ///   that rate and the one elsewhere; 0 where no paper has them
  /// @param unique whether no other group of the map has the name. An area of a single topic shares
  ///   its name with that
  public record Fit(
      TopicLabel.Level level,
      Topic group,
      String name,
      double auc,
      double identified,
      double coverage,
      double specificity,
      boolean unique) {
    /// How good the name is, in [0, 1]: half the AUC above chance and half the share identified; 0
    /// for a name that is not unique.
    public double score() {
      return unique ? (Math.max(0, 2 * auc - 1) + identified) / 2 : 0;
    }
  }

  /// All groups of a map by their siblings: the areas, the topics of each area (all topics where
  /// there are no areas), and the sub-topics of each topic.
  public static List<Siblings> families(TopicTree tree) {
    List<Siblings> families = new ArrayList<>();
    families.add(new Siblings(TopicLabel.Level.AREA, tree.areas()));
    if (tree.areas().isEmpty()) {
      families.add(new Siblings(TopicLabel.Level.TOPIC, tree.topics()));
    }
    tree.areas()
        .forEach(area -> families.add(new Siblings(TopicLabel.Level.TOPIC, area.subtopics())));
    tree.topics()
        .forEach(topic -> families.add(new Siblings(TopicLabel.Level.SUBTOPIC, topic.subtopics())));
    return families.stream().filter(it -> !it.groups().isEmpty()).toList();
  }

  /// The figures of all names of the map.
  ///
  /// @throws IOException if the encoder throws one
  public List<Fit> all() throws IOException {
    List<Fit> all = new ArrayList<>();
    for (Siblings family : families(tree)) {
      all.addAll(fits(family, family.names()));
    }
    return all;
  }

  /// The figures of other names for siblings, as if the map had these.
  ///
  /// @param names one for each group
  /// @throws IOException if the encoder throws one
  public List<Fit> fits(Siblings family, List<String> names) throws IOException {
    List<Topic> rivals = new ArrayList<>(family.groups());
    List<String> rivalNames = new ArrayList<>(names);
    if (rivals.size() == 1) {
      // It has no siblings, so the others of its level take their place.
      level(family.level()).filter(it -> !it.equals(rivals.getFirst())).forEach(rivals::add);
      rivals.stream().skip(1).map(Topic::name).forEach(rivalNames::add);
    }
    EmbeddingMatrix encoded = encoder.embed(rivalNames);
    List<int[]> papers = rivals.stream().map(NameJudge::heldOut).toList();
    List<Fit> fits = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      fits.add(fit(family, i, rivalNames, encoded, papers));
    }
    return fits;
  }

  /// What is wrong with a name that somebody else made, if something is: its length, its
  /// characters, or that it says nothing.
  public static Optional<String> fault(String name) {
    return NameLint.fault(name);
  }

  private Stream<Topic> level(TopicLabel.Level level) {
    return switch (level) {
      case AREA -> tree.areas().stream();
      case TOPIC -> tree.topics().stream();
      case SUBTOPIC -> tree.topics().stream().flatMap(topic -> topic.subtopics().stream());
    };
  }

  /// The papers of a group that are not its exemplars, or all where there are no others.
  private static int[] heldOut(Topic group) {
    int[] others =
        group.papers().stream()
            .filter(row -> !group.exemplars().contains(row))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] papers =
        others.length > 0 ? others : group.papers().stream().mapToInt(Integer::intValue).toArray();
    int step = Math.ceilDiv(papers.length, MOST_PAPERS);
    return IntStream.range(0, Math.ceilDiv(papers.length, step))
        .map(at -> papers[at * step])
        .toArray();
  }

  private Fit fit(
      Siblings family, int own, List<String> names, EmbeddingMatrix encoded, List<int[]> papers) {
    Topic group = family.groups().get(own);
    float[] name = encoded.row(own);
    float[] inside = cosines(papers.get(own), name);
    float[] outside =
        cosines(
            IntStream.range(0, papers.size())
                .filter(other -> other != own)
                .flatMap(other -> IntStream.of(papers.get(other)))
                .toArray(),
            name);
    int identified = 0;
    for (int i = 0; i < inside.length; i++) {
      int row = papers.get(own)[i];
      float least = inside[i];
      boolean nearest =
          IntStream.range(0, encoded.rows())
              .allMatch(
                  other -> other == own || vectors.similarity(row, encoded.row(other)) < least);
      identified += nearest ? 1 : 0;
    }
    NamedTexts.Counts words = texts.count(names.get(own), group.papers());
    return new Fit(
        family.level(),
        group,
        names.get(own),
        auc(inside, outside),
        (double) identified / inside.length,
        words.coverage(),
        words.specificity(),
        isUnique(family, own, names));
  }

  private float[] cosines(int[] rows, float[] name) {
    float[] cosines = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      cosines[i] = vectors.similarity(rows[i], name);
    }
    return cosines;
  }

  /// The share of pairs in which the first is the greater; equal ones count half.
  private static double auc(float[] inside, float[] outside) {
    if (outside.length == 0) {
      return 0.5;
    }
    double greater = 0;
    for (float one : inside) {
      for (float other : outside) {
        greater += one > other ? 1 : one == other ? 0.5 : 0;
      }
    }
    return greater / ((double) inside.length * outside.length);
  }

  private boolean isUnique(Siblings family, int own, List<String> names) {
    Topic group = family.groups().get(own);
    String name = names.get(own);
    boolean besideItself =
        IntStream.range(0, names.size())
            .anyMatch(other -> other != own && isSame(names.get(other), name));
    return !besideItself
        && Stream.of(TopicLabel.Level.values())
            .filter(level -> level != family.level())
            .flatMap(this::level)
            .filter(other -> !other.papers().equals(group.papers()))
            .noneMatch(other -> isSame(other.name(), name));
  }

  private static boolean isSame(String name, String other) {
    return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
