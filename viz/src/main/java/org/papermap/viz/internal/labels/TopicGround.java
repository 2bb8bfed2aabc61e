package org.papermap.viz.internal.labels;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.papermap.viz.internal.shapes.Box;
import org.papermap.viz.internal.shapes.Ring;
import org.papermap.viz.internal.shapes.TopicShape;

/// Which topics' outlines hold which part of the map, by small squares.
final class TopicGround {
  private static final int CELLS = 120;
  private static final double LOW = -0.1;
  private static final double SPAN = 1.2;

  private final @Nullable BitSet[] owners = new BitSet[CELLS * CELLS];

  TopicGround(List<TopicShape> shapes) {
    for (int topic = 0; topic < shapes.size(); topic++) {
      for (Ring ring : shapes.get(topic).outer()) {
        claim(ring, topic);
      }
    }
  }

  private static int cell(double place) {
    return Math.clamp((int) Math.floor((place - LOW) / SPAN * CELLS), 0, CELLS - 1);
  }

  private static double place(int cell) {
    return LOW + (cell + 0.5) / CELLS * SPAN;
  }

  private void claim(Ring ring, int topic) {
    Box box = ring.box();
    for (int j = cell(box.bottom()); j <= cell(box.top()); j++) {
      for (int i = cell(box.left()); i <= cell(box.right()); i++) {
        if (ring.contains(place(i), place(j))) {
          BitSet here = owners[j * CELLS + i];
          if (here == null) {
            here = new BitSet();
            owners[j * CELLS + i] = here;
          }
          here.set(topic);
        }
      }
    }
  }

  /// Whether a place lies inside outlines, but inside none of these topics'.
  boolean isForeign(double x, double y, int... own) {
    BitSet here = owners[cell(y) * CELLS + cell(x)];
    return here != null && Arrays.stream(own).noneMatch(here::get);
  }
}
