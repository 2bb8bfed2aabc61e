package org.papermap.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.papermap.layout.Layout;
import org.papermap.layout.Layout.Movement;
import org.papermap.map.internal.changes.TopicChanges;
import org.papermap.pipeline.MapResult.Match;
import org.papermap.topic.Topic;
import org.papermap.topic.Topic.Keyphrase;
import org.papermap.topic.Topic.NameEvidence;
import org.papermap.topic.Topic.NameSource;
import org.papermap.topic.TopicTree;

/// What a map keeps of an earlier map.
///
/// A group that is the same on both maps ([TopicChanges]) keeps name and colour, unless another
/// group of its level or one of its own sub-topics already has that name. A group that is not the
/// same but has the same name keeps the colour.
final class EarlierMatch {
  private EarlierMatch() {}

  /// @param abstracts of the earlier page, if they may be taken over
  /// @param rows of each paper its row on the earlier map, or −1
  static Match of(EarlierMap map, String abstracts, int[] rows, Layout layout, TopicTree found) {
    Map<Integer, Topic> topics = matches(found.topics(), map.topics(), rows);
    List<Topic> named = named(withParts(found.topics(), topics, rows), topics);
    List<Topic> above = found.areas().stream().map(area -> over(area, named)).toList();
    Map<Integer, Topic> areas = matches(above, map.areas(), rows);
    above.stream()
        .filter(it -> it.subtopics().size() == 1)
        .forEach(it -> areas.remove(it.number()));
    Map<Integer, Integer> hues = new HashMap<>();
    topics.forEach((number, group) -> {
      Integer hue = map.hues().get(group.number());
      if (hue != null) {
        hues.put(number, hue);
      }
    });
    return new Match(
        Movement.of(map.layout(), rows, layout),
        new TopicTree(named(above, areas), named, found.quality()),
        Map.copyOf(hues),
        topics.size(),
        map.topics().size(),
        abstracts,
        IntStream.of(rows).boxed().toList());
  }

  /// Topics whose sub-topics have the names that they had.
  private static List<Topic> withParts(
      List<Topic> groups, Map<Integer, Topic> matches, int[] rows) {
    return groups.stream()
        .map(group -> {
          Topic match = matches.get(group.number());
          return match == null
              ? group
              : with(
                  group,
                  group.name(),
                  group.evidence(),
                  named(group.subtopics(), matches(group.subtopics(), match.subtopics(), rows)));
        })
        .toList();
  }

  /// The group of the earlier map that each group is, by number.
  private static Map<Integer, Topic> matches(List<Topic> groups, List<Topic> earlier, int[] rows) {
    TopicChanges changes = TopicChanges.of(earlier, groups, rows);
    Map<Integer, Topic> matches = new HashMap<>();
    for (int i = 0; i < groups.size(); i++) {
      int same = changes.earlier(i);
      if (same >= 0 && isFree(earlier.get(same).name(), groups.get(i), groups)) {
        matches.put(groups.get(i).number(), earlier.get(same));
      }
    }
    matchNames(groups, earlier, matches);
    return matches;
  }

  private static void matchNames(
      List<Topic> groups, List<Topic> earlier, Map<Integer, Topic> matches) {
    Map<String, Topic> left = new HashMap<>();
    earlier.forEach(group -> left.put(folded(group.name()), group));
    matches.values().forEach(group -> left.remove(folded(group.name())));
    for (Topic group : groups) {
      Topic namesake = left.get(folded(group.name()));
      if (namesake != null) {
        matches.putIfAbsent(group.number(), namesake);
      }
    }
  }

  private static boolean isFree(String name, Topic group, List<Topic> groups) {
    return Stream.concat(groups.stream(), group.subtopics().stream())
        .filter(it -> it != group)
        .noneMatch(it -> folded(it.name()).equals(folded(name)));
  }

  private static List<Topic> named(List<Topic> groups, Map<Integer, Topic> matches) {
    return groups.stream()
        .map(group -> {
          Topic match = matches.get(group.number());
          return match == null || folded(match.name()).equals(folded(group.name()))
              ? group
              : with(group, match.name(), kept(group.evidence(), match), group.subtopics());
        })
        .toList();
  }

  /// The area with its topics as they are called now; one of a single topic is called as that is.
  private static Topic over(Topic area, List<Topic> topics) {
    List<Topic> below = area.subtopics().stream().map(it -> topics.get(it.number())).toList();
    return below.size() == 1
        ? with(area, below.getFirst().name(), below.getFirst().evidence(), below)
        : with(area, area.name(), area.evidence(), below);
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static NameEvidence kept(NameEvidence found, Topic match) {
    List<Keyphrase> runnersUp = new ArrayList<>(found.terms());
    runnersUp.addAll(found.runnersUp());
    boolean readers = match.evidence().source() == NameSource.READER;
    return new NameEvidence(readers ? NameSource.READER : NameSource.EARLIER, List.of(), runnersUp);
  }

  private static Topic with(
      Topic topic, String name, NameEvidence evidence, List<Topic> subtopics) {
    return new Topic(
        topic.number(),
        name,
        topic.keyphrases(),
        topic.papers(),
        topic.exemplars(),
        subtopics,
        evidence,
        topic.quality());
  }
}
