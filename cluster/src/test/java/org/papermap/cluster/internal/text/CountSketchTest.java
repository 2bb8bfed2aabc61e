package org.papermap.cluster.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CountSketchTest {
  @Test
  void only_hashes_of_two_papers_are_shared() {
    CountSketch sketch = CountSketch.of(new long[][] {{1, 1, 1, 2}, {2, 3}, {}});

    assertThat(sketch.isShared(2)).isTrue();
    assertThat(LongStream.of(0, 1, 3, 4)).noneMatch(sketch::isShared);
  }

  @Test
  void a_shared_hash_is_never_missed_and_a_single_one_is_rarely_taken_for_shared() {
    int papers = 40;
    int own = 2_000;
    long[][] hashes = new long[papers][];
    for (int paper = 0; paper < papers; paper++) {
      long first = 1 + (long) paper * own;
      hashes[paper] =
          LongStream.concat(LongStream.of(-1), LongStream.range(first, first + own))
              .map(HashInterner::mixed)
              .sorted()
              .toArray();
    }

    CountSketch sketch = CountSketch.of(hashes);

    assertThat(sketch.isShared(HashInterner.mixed(-1))).isTrue();
    long taken =
        LongStream.rangeClosed(1, (long) papers * own)
            .filter(it -> sketch.isShared(HashInterner.mixed(it)))
            .count();
    assertThat(taken).isLessThan((long) papers * own / 4);
  }
}
