package org.papermap.wordsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.papermap.wordsearch.CommonPairs.Pair;

class CommonPairsTest {
  @Test
  void a_text_counts_once_for_a_pair_that_it_repeats() {
    List<int[]> texts = List.of(new int[] {1, 0, 1, 0}, new int[] {1, 0}, new int[] {0, 1, -1, 1});

    CommonPairs common = CommonPairs.of(texts, 2, 2);

    assertThat(pairs(common)).containsExactly(new Pair(0, 1), new Pair(1, 0));
    assertThat(common.of(0)).containsExactly(0, 1);
    assertThat(common.of(1)).containsExactly(1);
    assertThat(common.of(2)).containsExactly(0);
    assertThat(CommonPairs.of(texts, 2, 3).size()).isZero();
  }

  @Test
  void unknown_words_part_pairs() {
    List<int[]> texts = List.of(new int[] {0, -1, 0}, new int[] {-1}, new int[0], new int[] {0});

    assertThat(CommonPairs.of(texts, 1, 1).size()).isZero();
  }

  @Test
  void all_pairs_are_found_that_counting_by_a_map_finds() {
    SplittableRandom random = new SplittableRandom(1);
    List<int[]> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      texts.add(random.ints(random.nextInt(30), -1, 25).toArray());
    }
    TreeMap<Integer, Integer> counts = new TreeMap<>();
    texts.forEach(text -> distinct(text).forEach(pair -> counts.merge(pair, 1, Integer::sum)));
    counts.values().removeIf(count -> count < 8);
    List<Integer> expected = List.copyOf(counts.keySet());

    CommonPairs common = CommonPairs.of(texts, 25, 8);

    assertThat(expected).hasSizeBetween(50, 600);
    assertThat(pairs(common).stream().map(it -> it.first() * 25 + it.second())).isEqualTo(expected);
    for (int text = 0; text < texts.size(); text++) {
      assertThat(IntStream.of(common.of(text)).mapToObj(expected::get))
          .isEqualTo(distinct(texts.get(text)).stream().filter(expected::contains).toList());
    }
  }

  private static List<Integer> distinct(int[] text) {
    return IntStream.range(1, text.length)
        .filter(i -> text[i - 1] >= 0 && text[i] >= 0)
        .map(i -> text[i - 1] * 25 + text[i])
        .sorted()
        .distinct()
        .boxed()
        .toList();
  }

  private static List<Pair> pairs(CommonPairs common) {
    return IntStream.range(0, common.size()).mapToObj(common::pair).toList();
  }
}
