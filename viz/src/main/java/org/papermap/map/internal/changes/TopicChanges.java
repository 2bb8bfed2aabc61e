package org.papermap.map.internal.changes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.papermap.map.MapHistory.Change;
import org.papermap.map.MapHistory.Part;
import org.papermap.map.MapHistory.TopicHistory;
import org.papermap.map.internal.Decimals;
import org.papermap.topic.Topic;

/// What became of the topics of one map on another.
///
/// Only papers on both maps tell. Two topics are the same if the Jaccard index of these papers is
/// above one half (doi:10.1111/j.1469-8137.1912.tb05611.x), so that no topic is the same as two.
/// The shares at which a topic has split or merged are those of MONIC (Spiliopoulou and others,
/// doi:10.1145/1150402.1150491): a quarter of its papers for a part, half for the whole.
public final class TopicChanges {
  /// Two groups of papers with a greater Jaccard index are one topic.
  public static final double SAME = 0.5;

  /// The least share of a topic's papers that is a part of it.
  private static final double PART = 0.25;

  /// The least share of a topic's papers that is most of it.
  private static final double MOST = 0.5;

  private final List<Topic> earlier;
  private final List<Topic> later;

  /// Papers that topics share: of the later map, of the earlier.
  private final int[][] shared;

  /// Papers on both maps, of each topic.
  private final int[] staying;

  private final int[] stayed;

  private TopicChanges(List<Topic> earlier, List<Topic> later, int[] rows) {
    this.earlier = earlier;
    this.later = later;
    this.shared = new int[later.size()][earlier.size()];
    this.staying = new int[later.size()];
    this.stayed = new int[earlier.size()];
    int[] was = labels(earlier, IntStream.of(rows).max().orElse(-1) + 1);
    int[] is = labels(later, rows.length);
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] >= 0) {
        int from = was[rows[row]];
        int to = is[row];
        if (from >= 0) {
          stayed[from]++;
        }
        if (to >= 0) {
          staying[to]++;
        }
        if (from >= 0 && to >= 0) {
          shared[to][from]++;
        }
      }
    }
  }

  private static int[] labels(List<Topic> topics, int papers) {
    int[] labels = new int[papers];
    Arrays.fill(labels, -1);
    for (int i = 0; i < topics.size(); i++) {
      for (int row : topics.get(i).papers()) {
        if (row < papers) {
          labels[row] = i;
        }
      }
    }
    return labels;
  }

  /// Compares two levels of topics.
  ///
  /// @param rows of each paper of the later map its row on the earlier, or −1
  public static TopicChanges of(List<Topic> earlier, List<Topic> later, int[] rows) {
    return new TopicChanges(earlier, later, rows);
  }

  /// The earlier topic that a later one is, by its place in the list, or −1 where it is new.
  public int earlier(int topic) {
    for (int i = 0; i < stayed.length; i++) {
      if (overlap(topic, i) > SAME) {
        return i;
      }
    }
    return -1;
  }

  /// The Jaccard index of the papers on both maps; 0 where there are none.
  double overlap(int topic, int earlierTopic) {
    int both = shared[topic][earlierTopic];
    int either = staying[topic] + stayed[earlierTopic] - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /// The way of each later topic, then that of each earlier one that is gone.
  ///
  /// @param before the ways of the earlier topics, the first one of each number counts
  /// @param edition of the later map
  /// @param firstId of topics that are born
  public List<TopicHistory> ways(List<TopicHistory> before, int edition, int firstId) {
    int[] earlierIds = new int[earlier.size()];
    int[] born = new int[earlier.size()];
    for (int i = 0; i < earlierIds.length; i++) {
      earlierIds[i] = before.get(i).id();
      born[i] = before.get(i).edition();
    }
    int[] same = IntStream.range(0, later.size()).map(this::earlier).toArray();
    int[] ids = new int[later.size()];
    int next = firstId;
    for (int i = 0; i < ids.length; i++) {
      ids[i] = same[i] < 0 ? next++ : earlierIds[same[i]];
    }
    List<TopicHistory> ways = new ArrayList<>();
    Set<Integer> living = new HashSet<>();
    for (int i = 0; i < later.size(); i++) {
      living.add(same[i]);
      ways.add(way(i, same[i], ids, earlierIds, same[i] < 0 ? edition : born[same[i]]));
    }
    for (int i = 0; i < earlier.size(); i++) {
      if (!living.contains(i)) {
        ways.add(gone(i, ids, earlierIds, born[i]));
      }
    }
    return ways;
  }

  private TopicHistory way(int number, int same, int[] ids, int[] earlierIds, int born) {
    Topic topic = later.get(number);
    List<Part> from = from(number, earlierIds);
    List<Part> into = same < 0 ? List.of() : into(same, ids);
    int had = same < 0 ? 0 : earlier.get(same).papers().size();
    List<Change> changes = new ArrayList<>();
    if (same < 0) {
      changes.add(Change.BORN);
    } else {
      if (topic.papers().size() != had) {
        changes.add(topic.papers().size() > had ? Change.GREW : Change.SHRANK);
      }
      if (into.size() > 1) {
        changes.add(Change.SPLIT);
      }
    }
    if (IntStream.range(0, earlier.size()).filter(it -> isMost(number, it)).count() > 1) {
      changes.add(Change.MERGED);
    }
    if (same >= 0 && !folded(topic).equals(folded(earlier.get(same)))) {
      changes.add(Change.RENAMED);
    }
    return new TopicHistory(
        ids[number],
        number,
        same,
        born,
        topic.name(),
        same < 0 ? "" : earlier.get(same).name(),
        topic.papers().size(),
        had,
        topic.papers().size() - staying[number],
        same < 0 ? 0 : had - stayed[same],
        same < 0 ? 0 : Decimals.rounded(overlap(number, same)),
        changes.isEmpty() ? List.of(Change.KEPT) : changes,
        from,
        into);
  }

  private TopicHistory gone(int number, int[] ids, int[] earlierIds, int born) {
    Topic topic = earlier.get(number);
    List<Part> into = into(number, ids);
    return new TopicHistory(
        earlierIds[number],
        -1,
        number,
        born,
        topic.name(),
        topic.name(),
        0,
        topic.papers().size(),
        0,
        topic.papers().size() - stayed[number],
        0,
        into.size() > 1 ? List.of(Change.SPLIT, Change.GONE) : List.of(Change.GONE),
        List.of(),
        into);
  }

  private List<Part> from(int topic, int[] earlierIds) {
    return IntStream.range(0, earlier.size())
        .filter(it -> isPart(shared[topic][it], staying[topic]) || isMost(topic, it))
        .mapToObj(it -> new Part(earlierIds[it], earlier.get(it).name(), shared[topic][it]))
        .toList();
  }

  private List<Part> into(int earlierTopic, int[] ids) {
    return IntStream.range(0, later.size())
        .filter(it -> isPart(shared[it][earlierTopic], stayed[earlierTopic]))
        .mapToObj(it -> new Part(ids[it], later.get(it).name(), shared[it][earlierTopic]))
        .toList();
  }

  private static boolean isPart(int both, int all) {
    return both > 0 && both >= PART * all;
  }

  /// Whether a later topic has most of an earlier one's papers.
  private boolean isMost(int topic, int earlierTopic) {
    return shared[topic][earlierTopic] > MOST * stayed[earlierTopic];
  }

  private static String folded(Topic topic) {
    return topic.name().toLowerCase(Locale.ROOT);
  }
}
