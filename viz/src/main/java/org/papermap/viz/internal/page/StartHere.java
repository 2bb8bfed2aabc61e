package org.papermap.viz.internal.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.papermap.map.PaperMap;
import org.papermap.topic.Topic;

/// Where to begin to read a topic: three central papers, the newest, and one that leads to another
/// topic, as its nearest papers are partly there. Ties go to the lower row.
final class StartHere {
  private static final int CENTRAL = 3;

  /// Rows of a topic's papers, then the topic that the last of them leads to; -1 for none.
  private static final int LENGTH = CENTRAL + 3;

  /// A paper leads elsewhere if so many of its nearest are in one other topic, and in its own.
  private static final int FEWEST_NEAR = 2;

  private final PaperMap map;

  private StartHere(PaperMap map) {
    this.map = map;
  }

  /// Adds a column with [#LENGTH] numbers a topic.
  static void addTo(Columns columns, PaperMap map) {
    StartHere start = new StartHere(map);
    List<int[]> all = map.topics().stream().map(start::of).toList();
    columns.integers("start", all.size() * LENGTH, i -> all.get(i / LENGTH)[i % LENGTH]);
  }

  private int[] of(Topic topic) {
    int[] start = new int[LENGTH];
    Arrays.fill(start, -1);
    List<Integer> taken = new ArrayList<>();
    topic.exemplars().stream()
        .limit(CENTRAL)
        .forEach(row -> {
          start[taken.size()] = row;
          taken.add(row);
        });
    int newest = newest(topic, taken);
    start[CENTRAL] = newest;
    taken.add(newest);
    addBridge(topic, taken, start);
    return start;
  }

  private int newest(Topic topic, List<Integer> taken) {
    int newest = -1;
    LocalDate last = LocalDate.MIN;
    for (int row : topic.papers()) {
      LocalDate date = map.corpus().paper(row).date();
      if (date != null && date.isAfter(last) && !taken.contains(row)) {
        newest = row;
        last = date;
      }
    }
    return newest;
  }

  /// The paper with most of its nearest both in its topic and in one other: the fewer of the two
  /// count.
  private void addBridge(Topic topic, List<Integer> taken, int[] start) {
    int most = FEWEST_NEAR - 1;
    for (int row : topic.papers()) {
      int[] near = new int[map.topics().size()];
      for (int rank = 0; rank < map.neighbors().k(); rank++) {
        int label = map.tree().topics().label(map.neighbors().neighbor(row, rank));
        if (label >= 0) {
          near[label]++;
        }
      }
      int own = near[topic.number()];
      near[topic.number()] = 0;
      for (int other = 0; other < near.length; other++) {
        if (Math.min(own, near[other]) > most && !taken.contains(row)) {
          most = Math.min(own, near[other]);
          start[LENGTH - 2] = row;
          start[LENGTH - 1] = other;
        }
      }
    }
  }
}
