package org.papermap.topic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.papermap.corpus.Corpus;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;

/// Topics with the reader's names, and the labels that fit no topic.
///
/// @param topics the topics, named
/// @param unused labels without a group that has half of their papers, and labels whose group went
///   to another label; in their order
public record LabelledTopics(TopicTree topics, List<TopicLabel> unused) {
  /// The least share of a label's papers that its group has.
  private static final double SAME_GROUP = 0.5;

  public LabelledTopics {
    unused = List.copyOf(unused);
  }

  /// Gives each label to the group of its level that has most of its papers, half of them at least;
  /// ties go to the smaller group, then to the lower number. If two labels fit one group, the one
  /// with the larger share of papers wins, ties by order.
  public static LabelledTopics of(TopicTree topics, List<TopicLabel> labels, Corpus corpus) {
    Map<String, Integer> rows = new HashMap<>();
    for (int row = 0; row < corpus.size(); row++) {
      rows.put(corpus.paper(row).id(), row);
    }
    Map<Topic, Claim> claims = new HashMap<>();
    Set<TopicLabel> used = new HashSet<>();
    for (TopicLabel label : labels) {
      claim(label, groups(topics, label.level()), rows, claims);
    }
    claims.values().forEach(claim -> used.add(claim.label()));
    return new LabelledTopics(
        new TopicTree(
            topics.areas().stream().map(it -> named(it, claims)).toList(),
            topics.topics().stream().map(it -> named(it, claims)).toList(),
            topics.quality()),
        labels.stream().filter(label -> !used.contains(label)).toList());
  }

  private record Claim(TopicLabel label, double share) {}

  private static List<Topic> groups(TopicTree topics, TopicLabel.Level level) {
    return switch (level) {
      case AREA -> topics.areas();
      case TOPIC -> topics.topics();
      case SUBTOPIC ->
          topics.topics().stream().flatMap(topic -> topic.subtopics().stream()).toList();
    };
  }

  private static void claim(
      TopicLabel label, List<Topic> groups, Map<String, Integer> rows, Map<Topic, Claim> claims) {
    Map<Topic, Integer> having = new HashMap<>();
    for (Topic group : groups) {
      Set<Integer> papers = new HashSet<>(group.papers());
      int count = 0;
      for (String id : label.papers()) {
        Integer row = rows.get(id);
        count += row != null && papers.contains(row) ? 1 : 0;
      }
      having.put(group, count);
    }
    groups.stream()
        .max(
            Comparator.<Topic>comparingInt(group -> having.getOrDefault(group, 0))
                .thenComparing(group -> -group.papers().size())
                .thenComparing(group -> -group.number()))
        .ifPresent(group -> {
          double share = (double) having.getOrDefault(group, 0) / label.papers().size();
          Claim other = claims.get(group);
          if (share >= SAME_GROUP && (other == null || share > other.share())) {
            claims.put(group, new Claim(label, share));
          }
        });
  }

  private static Topic named(Topic topic, Map<Topic, Claim> claims) {
    List<Topic> below = new ArrayList<>();
    topic.subtopics().forEach(it -> below.add(named(it, claims)));
    Claim claim = claims.get(topic);
    NameEvidence found = topic.evidence();
    List<Keyphrase> runnersUp = new ArrayList<>(found.terms());
    runnersUp.addAll(found.runnersUp());
    return new Topic(
        topic.number(),
        claim == null ? topic.name() : claim.label().name(),
        topic.keyphrases(),
        topic.papers(),
        topic.exemplars(),
        below,
        claim == null ? found : new NameEvidence(NameSource.READER, List.of(), runnersUp),
        topic.quality());
  }

  /// A name that the reader gives to a group of papers. Some of its papers identify the group, as
  /// its number may change when the map is made anew.
  ///
  /// @param level the kind of group
  /// @param name not blank
  /// @param papers ids of papers that should be in the group, at least one; its exemplars serve
  ///   well
  public record TopicLabel(Level level, String name, List<String> papers) {
    /// A kind of group.
    public enum Level {
      AREA,
      TOPIC,
      SUBTOPIC
    }

    public TopicLabel {
      papers = List.copyOf(papers);
      if (name.isBlank() || papers.isEmpty()) {
        throw new IllegalArgumentException(
            "label '" + name + "' of papers " + papers + ". Give a name and one paper or more.");
      }
    }

    /// The labels of a file: areas, then topics, then sub-topics, each in the order of their
    /// numbers. Each has two lines, `topic.1.name = Retrieval` and `topic.1.papers = p46; p60`, or
    /// `area` or `subtopic` in place of `topic`.
    ///
    /// @throws org.papermap.files.InputException if a line is not understood, or an entry lacks one
    ///   of its two
    /// @throws IOException if the file cannot be read
    public static List<TopicLabel> read(Path file) throws IOException {
      return LabelFile.read(file);
    }
  }
}
