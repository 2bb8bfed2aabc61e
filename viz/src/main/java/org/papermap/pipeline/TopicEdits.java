package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.papermap.cluster.ClusterTree;
import org.papermap.cluster.Clustering;
import org.papermap.corpus.Corpus;
import org.papermap.pipeline.TopicsFile.Row;
import org.papermap.topic.LabelledTopics.TopicLabel;
import org.papermap.topic.Topic;
import org.papermap.topic.TopicTree;

/// Makes of the groups that were found those that the reader wants, see [TopicsFile].
final class TopicEdits {
  private final List<Row> rows;
  private final Map<String, Integer> rowOfId = new HashMap<>();

  /// The topic of each paper, as far as it is edited.
  private final int[] topics;

  private final int[] subtopics;
  private final int[] areas;
  private final ClusterTree tree;

  /// Rows whose topics have other papers than were found.
  private final Set<Row> changed = new HashSet<>();

  private TopicEdits(List<Row> rows, ClusterTree tree, Corpus corpus) {
    this.rows = rows;
    this.tree = tree;
    for (int row = 0; row < corpus.size(); row++) {
      rowOfId.put(corpus.paper(row).id(), row);
    }
    int level = tree.topicLevel();
    this.topics = tree.level(level).labels();
    this.subtopics = level + 1 < tree.depth() ? tree.level(level + 1).labels() : topics.clone();
    this.areas = level > 0 ? tree.level(level - 1).labels() : new int[0];
  }

  /// Groups as the reader wants them.
  ///
  /// @param labels the names that are to be given to them whatever they are called
  record Edited(ClusterTree tree, List<TopicLabel> labels) {}

  static Edited of(List<Row> rows, ClusterTree tree, Corpus corpus) {
    if (rows.isEmpty() || tree.topics().count() == 0) {
      return new Edited(tree, List.of());
    }
    TopicEdits edits = new TopicEdits(rows, tree, corpus);
    edits.split();
    edits.merge();
    edits.join();
    edits.hide();
    return new Edited(edits.tree(), edits.labels());
  }

  /// The names of rows that differ from what their groups are called. Of two rows of one group that
  /// is called as one of them says, the other tells nothing.
  static List<TopicLabel> renamed(List<Row> rows, TopicTree named, Corpus corpus) {
    Map<String, Set<Called>> groups = new HashMap<>();
    named.areas().forEach(it -> remember(TopicLabel.Level.AREA, it, corpus, groups));
    named
        .topics()
        .forEach(it -> {
          remember(TopicLabel.Level.TOPIC, it, corpus, groups);
          it.subtopics().forEach(part -> remember(TopicLabel.Level.SUBTOPIC, part, corpus, groups));
        });
    Set<Called> told = new HashSet<>();
    List<TopicLabel> lost = new ArrayList<>();
    Map<Row, Called> renamed = new LinkedHashMap<>();
    for (Row row : rows) {
      Called group = called(row, groups);
      if (group != null && group.name().equalsIgnoreCase(row.name())) {
        told.add(group);
      } else if (group != null && !row.name().isEmpty() && !isHidden(row)) {
        renamed.put(row, group);
      } else if (group == null && !row.isSubtopic() && !row.name().isEmpty() && !isHidden(row)) {
        lost.add(new TopicLabel(level(row), row.name(), row.exemplars()));
      }
    }
    List<TopicLabel> labels = new ArrayList<>();
    renamed.forEach((row, group) -> {
      if (!told.contains(group)) {
        labels.add(new TopicLabel(level(row), row.name(), row.exemplars()));
      }
    });
    // They are told of as labels that fit no group.
    labels.addAll(lost);
    return labels;
  }

  private record Called(TopicLabel.Level level, int number, String name) {}

  /// Notes for each paper the group that it is in.
  private static void remember(
      TopicLabel.Level level, Topic group, Corpus corpus, Map<String, Set<Called>> groups) {
    Called called = new Called(level, group.number(), group.name());
    for (int row : group.papers()) {
      groups.computeIfAbsent(corpus.paper(row).id(), _ -> new HashSet<>()).add(called);
    }
  }

  /// The group of a row's level that has half of its exemplars or more.
  private static @Nullable Called called(Row row, Map<String, Set<Called>> groups) {
    Map<Called, Integer> counts = new HashMap<>();
    for (String id : row.exemplars()) {
      for (Called group : groups.getOrDefault(id, Set.of())) {
        if (group.level() == level(row)
            && 2 * counts.merge(group, 1, Integer::sum) >= row.exemplars().size()) {
          return group;
        }
      }
    }
    return null;
  }

  private static TopicLabel.Level level(Row row) {
    return row.isArea()
        ? TopicLabel.Level.AREA
        : row.isSubtopic() && !row.isSplit() ? TopicLabel.Level.SUBTOPIC : TopicLabel.Level.TOPIC;
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Makes topics of sub-topics.
  private void split() {
    int next = topics.length;
    for (Row row : rows) {
      int part = row.isSplit() ? commonest(row, subtopics) : Clustering.NOISE;
      if (part >= 0) {
        next++;
        for (int paper = 0; paper < topics.length; paper++) {
          topics[paper] = subtopics[paper] == part ? next : topics[paper];
        }
        changed.add(row);
      }
    }
  }

  /// Puts topics, or sub-topics, into the topics that are their parents now.
  private void merge() {
    Map<String, Row> byNumber = new HashMap<>();
    rows.forEach(row -> byNumber.put(row.number(), row));
    for (Row row : rows) {
      Row parent = byNumber.get(row.parent());
      if (!row.isMerged() || parent == null) {
        continue;
      }
      int[] from = row.isSubtopic() ? subtopics : topics;
      int moved = commonest(row, from);
      int into = commonest(parent, topics);
      if (moved >= 0 && into >= 0) {
        int[] labels = from.clone();
        for (int paper = 0; paper < topics.length; paper++) {
          topics[paper] = labels[paper] == moved ? into : topics[paper];
        }
        changed.add(parent);
      }
    }
  }

  /// Makes one topic of those with one name.
  private void join() {
    Map<String, Row> first = new HashMap<>();
    for (Row row : rows) {
      if (level(row) != TopicLabel.Level.TOPIC || row.name().isEmpty() || isHidden(row)) {
        continue;
      }
      Row other = first.putIfAbsent(folded(row.name()), row);
      int into = other == null ? Clustering.NOISE : commonest(other, topics);
      int moved = commonest(row, topics);
      if (other != null && into >= 0 && moved >= 0 && into != moved) {
        for (int paper = 0; paper < topics.length; paper++) {
          topics[paper] = topics[paper] == moved ? into : topics[paper];
        }
        changed.add(other);
      }
    }
  }

  private void hide() {
    for (Row row : rows) {
      int hidden =
          isHidden(row) && level(row) == TopicLabel.Level.TOPIC
              ? commonest(row, topics)
              : Clustering.NOISE;
      for (int paper = 0; paper < topics.length && hidden >= 0; paper++) {
        topics[paper] = topics[paper] == hidden ? Clustering.NOISE : topics[paper];
      }
    }
  }

  private static boolean isHidden(Row row) {
    return row.name().equals(TopicsFile.HIDDEN);
  }

  /// The group that has half of a row's exemplars or more, or a negative number.
  private int commonest(Row row, int[] labels) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (String id : row.exemplars()) {
      Integer paper = rowOfId.get(id);
      if (paper != null && labels[paper] >= 0) {
        int count = counts.merge(labels[paper], 1, Integer::sum);
        if (2 * count >= row.exemplars().size()) {
          return labels[paper];
        }
      }
    }
    return Clustering.NOISE;
  }

  private ClusterTree tree() {
    Clustering edited = Clustering.of(topics);
    int[] fine = new int[topics.length];
    Map<Long, Integer> parts = new HashMap<>();
    for (int paper = 0; paper < fine.length; paper++) {
      long part = ((long) topics[paper] << Integer.SIZE) + subtopics[paper];
      fine[paper] =
          topics[paper] < 0 ? Clustering.NOISE : parts.computeIfAbsent(part, _ -> parts.size());
    }
    List<Clustering> levels = new ArrayList<>();
    if (areas.length > 0 && edited.count() > 0) {
      levels.add(Clustering.of(areasOf(edited)));
    }
    levels.add(edited);
    if (tree.topicLevel() + 1 < tree.depth()) {
      levels.add(Clustering.of(fine));
    }
    return ClusterTree.of(levels, levels.size() > 1 && areas.length > 0 ? 1 : 0);
  }

  /// The area of each paper: the one that the reader gave its topic, or that most of it was in.
  private int[] areasOf(Clustering edited) {
    int[] area = new int[edited.count()];
    for (int topic = 0; topic < area.length; topic++) {
      int[] counts = new int[Arrays.stream(areas).max().orElse(0) + 1];
      for (int paper : edited.members(topic)) {
        if (areas[paper] >= 0) {
          counts[areas[paper]]++;
        }
      }
      for (int i = 1; i < counts.length; i++) {
        area[topic] = counts[i] > counts[area[topic]] ? i : area[topic];
      }
    }
    Map<String, Integer> numbers = new HashMap<>();
    for (Row row : rows) {
      if (row.isArea()) {
        numbers.put(row.number(), commonest(row, areas));
      }
    }
    for (Row row : rows) {
      int topic = commonest(row, edited.labels());
      Integer wanted = numbers.get(row.parent());
      if (level(row) == TopicLabel.Level.TOPIC && topic >= 0 && wanted != null && wanted >= 0) {
        area[topic] = wanted;
      }
    }
    int[] labels = edited.labels();
    for (int paper = 0; paper < labels.length; paper++) {
      labels[paper] = labels[paper] < 0 ? Clustering.NOISE : area[labels[paper]];
    }
    return labels;
  }

  private List<TopicLabel> labels() {
    return rows.stream()
        .filter(row -> changed.contains(row) && !row.name().isEmpty() && !isHidden(row))
        .map(row -> new TopicLabel(TopicLabel.Level.TOPIC, row.name(), row.exemplars()))
        .toList();
  }
}
